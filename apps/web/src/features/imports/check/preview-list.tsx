'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { isMessage, type OpenImport } from '../import-words.ts';
import classes from './check.module.css';

const BY = ['external_id', 'email', 'phone', 'name'] as const;

/** What running would do: how many are new, which are here already and how they were found. */
export function PreviewList({ opened }: { opened: OpenImport }) {
  const t = useTranslations('imports.check');
  const amount = useTranslations('imports.amount');
  const { preview, kind, options } = opened;
  const found = {
    external_id: preview.matchedByExternalId,
    email: preview.matchedByEmail,
    phone: preview.matchedByPhone,
    name: preview.matchedByName,
  };
  const matched = BY.filter((by) => found[by] > 0);
  return (
    <>
      <ul className={classes.preview}>
        <li>{t('newRecords', { what: amount(kind, { count: preview.newRecords }) })}</li>
        {preview.knownRecords > 0 && (
          <li>{t(`knownRecords.${options.known}`, { what: amount(kind, { count: preview.knownRecords }) })}</li>
        )}
        {preview.repeatedInFile > 0 && <li>{t('repeated', { count: preview.repeatedInFile })}</li>}
        {kind !== 'BUYERS' && preview.newBuyers > 0 && (
          <li>{t('newBuyers', { what: amount('BUYERS', { count: preview.newBuyers }) })}</li>
        )}
        {matched.length > 0 && (
          <li>{t('matched', { how: matched.map((by) => t(`matchedBy.${by}`, { count: found[by] })).join(', ') })}</li>
        )}
      </ul>
      {preview.examples.length > 0 && <Examples examples={preview.examples} />}
    </>
  );
}

function Examples({ examples }: { examples: OpenImport['preview']['examples'] }) {
  const t = useTranslations('imports.check');
  const foundBy = useTranslations('imports.check.by');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const may = useMay();
  return (
    <details className={classes.examples}>
      <summary>{t('examples')}</summary>
      <div className={classes.tableBox} tabIndex={0} role="region" aria-label={t('examples')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('foundBy')}</th>
              <th scope="col">{t('buyer')}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ rowNumber, value, by, buyer }) => (
              <tr key={`${rowNumber} ${by}`}>
                <th scope="row">{formats.number(rowNumber)}</th>
                <td dir="auto">
                  {isMessage(foundBy, by) ? foundBy(by) : by}: {value}
                </td>
                <td dir="auto">
                  {may('buyer:read') ? <Link href={href('buyers', buyer.id)}>{buyer.name}</Link> : buyer.name}
                  {buyer.country !== null && ` (${formats.country(buyer.country)})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
