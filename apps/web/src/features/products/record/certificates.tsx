'use client';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../../components/badges.tsx';
import { DownloadIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import type { ProductContentFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { addDays, todayIn } from '../../../platform/time/today-in.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { downloadAddress } from '../../attachments/index.ts';
import classes from './record.module.css';

/** Renewing one takes weeks: so many days before its end it is warned of. */
const WARN_DAYS = 60;

/** What proves the product, and how long still. */
export function Certificates({ certificates }: { certificates: ProductContentFragment['certificates'] }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const { slug, timeZone } = useWorkspace();
  const now = useNow();
  const warnFrom = addDays(todayIn(timeZone, now), WARN_DAYS);
  return (
    <Panel title={t('certificates')}>
      {certificates.length === 0 && <p className={classes.unknown}>{t('noCertificates')}</p>}
      <ul className={classes.entries}>
        {certificates.map(({ name, number, issuer, country, validUntil, expired, attachment }, index) => (
          <li key={index}>
            <strong dir="auto">{name}</strong>
            <span className={classes.dim}>
              {[number, issuer, country && formats.country(country)].filter(Boolean).join(' · ')}
            </span>
            {validUntil !== null &&
              (expired ? (
                <StatusBadge tone="bad">{t('expiredOn', { at: formats.date(validUntil) })}</StatusBadge>
              ) : validUntil <= warnFrom ? (
                <StatusBadge tone="warning">{t('expiresOn', { at: formats.date(validUntil) })}</StatusBadge>
              ) : (
                <span className={classes.dim}>{t('validUntil', { at: formats.date(validUntil) })}</span>
              ))}
            {attachment && (
              <a href={downloadAddress(attachment.path, slug)} download={attachment.name} className={classes.file}>
                <DownloadIcon /> <span dir="auto">{attachment.name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
