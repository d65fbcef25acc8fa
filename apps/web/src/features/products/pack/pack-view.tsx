'use client';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { AlertIcon } from '../../../components/icons.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { useCountryChoices } from '../../buyers/index.ts';
import classes from './pack.module.css';
import { PACK_LANGUAGES, type Pack } from './use-pack.ts';

/** Where in the editor each part of the pack is entered. */
const SECTION = {
  PRICE: 'prices',
  MOQ: 'facts',
  LEAD_TIME: 'facts',
  OPTIONS: 'variants',
  CERTIFICATES: 'certificates',
} as const;

/** The pack as the buyer would read it, with what is missing said before it and a way to enter it. */
export function PackView({
  productId,
  pack: { choice, choose, pack, query },
  currencies,
}: {
  productId: string;
  pack: Pack;
  /** Currencies that the product has prices in. */
  currencies: readonly string[];
}) {
  const t = useTranslations('products');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const may = useMay();
  const countries = useCountryChoices();
  const all =
    choice.currency === '' || currencies.includes(choice.currency) ? currencies : [...currencies, choice.currency];
  return (
    <div className={classes.view}>
      <div className={classes.choices}>
        <NativeSelect
          label={t('packLanguage')}
          value={choice.language}
          data={PACK_LANGUAGES.map((language) => ({ value: language, label: formats.language(language) }))}
          onChange={(event) => choose({ language: event.currentTarget.value === 'ko' ? 'ko' : 'en' })}
        />
        <NativeSelect
          label={t('currency')}
          value={choice.currency}
          data={[{ value: '', label: t('packCurrency') }, ...all]}
          onChange={(event) => choose({ currency: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('country')}
          value={choice.country}
          data={[{ value: '', label: t('anyCountry') }, ...countries]}
          onChange={(event) => choose({ country: event.currentTarget.value })}
        />
      </div>
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      {query.loading && <Loading onRetry={query.reload} rows={3} />}
      {pack && (
        <>
          {pack.missing.length > 0 && (
            <div className={classes.warning} role="status">
              <AlertIcon />
              <div>
                <p>{t('packMissing')}</p>
                <ul>
                  {pack.missing.map((part) => (
                    <li key={part}>
                      {may('product:write') ? (
                        <Link href={`${href('products', productId, 'edit')}#${SECTION[part]}`}>
                          {t(`parts.${part}`)}
                        </Link>
                      ) : (
                        t(`parts.${part}`)
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            </div>
          )}
          {pack.expired.length > 0 && (
            <p className={classes.warning}>{t('packExpired', { names: pack.expired.join(', ') })}</p>
          )}
          <div
            className={classes.text}
            dir="auto"
            lang={choice.language}
            tabIndex={0}
            role="region"
            aria-label={t('packText')}
          >
            {pack.text}
          </div>
        </>
      )}
    </div>
  );
}
