'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { ExchangeRatesPageDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../exports/index.ts';
import { ExchangeRateForm } from './exchange-rate-form.tsx';
import classes from './settings.module.css';

/** Rates by which sums of several currencies are shown in the workspace's own. */
export function ExchangeRatesScreen() {
  const t = useTranslations('settings.exchangeRates');
  const formats = useFormats();
  const may = useMay();
  const query = useScreenQuery(
    ExchangeRatesPageDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('exchange_rate') },
  );
  const rates = query.data?.exchangeRates ?? [];
  return (
    <>
      {may('policy:manage') && <ExchangeRateForm onSaved={query.reload} />}
      <Panel title={t('title')} lead={t('lead')} actions={<DownloadMenu list="exchange-rates" />} flush>
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={4} />
          </div>
        )}
        {query.data !== null && rates.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        {rates.length > 0 && (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('rate')}</th>
                <th scope="col">{t('onDate')}</th>
                <th scope="col">{t('source')}</th>
              </tr>
            </thead>
            <tbody>
              {rates.map((rate) => (
                <tr key={rate.id}>
                  <td className={classes.strong}>
                    {t('pair', { currency: rate.currency, rate: rate.rate, base: rate.baseCurrency })}
                  </td>
                  <td>{formats.date(rate.onDate)}</td>
                  <td className={classes.quiet}>{rate.createdBy?.name ?? rate.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}
