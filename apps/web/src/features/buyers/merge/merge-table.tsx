'use client';
import { BUSINESS_TYPES } from '@dangol/crm';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { MergeSideFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { knownCode } from '../known-code.ts';
import { MoneyText } from '../money-text.tsx';
import { type MergeField, mergeValue } from './merge-fields.ts';
import classes from './merge.module.css';

interface MergeTableProps {
  sides: readonly [MergeSideFragment, MergeSideFragment];
  kept: MergeSideFragment;
  /** Fields that differ. */
  fields: readonly MergeField[];
  fromMerged: readonly MergeField[];
  onKeep: (side: MergeSideFragment) => void;
  onChoose: (field: MergeField, side: MergeSideFragment) => void;
}

/** Both records in columns; in each row the value that will stand is chosen. */
export function MergeTable({ sides, kept, fields, fromMerged, onKeep, onChoose }: MergeTableProps) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const id = useId();
  const stands = (field: MergeField, side: MergeSideFragment) => fromMerged.includes(field) === (side !== kept);
  return (
    <div className={classes.tableBox} tabIndex={0} role="group" aria-label={t('merge.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('merge.keep')}</th>
            {sides.map((side) => (
              <th key={side.id} scope="col">
                <label className={classes.option}>
                  <input
                    type="radio"
                    name={`${id}-kept`}
                    checked={side === kept}
                    onChange={() => onKeep(side)}
                    data-autofocus={side === kept || undefined}
                  />
                  <span dir="auto">{side.name}</span>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`facts.${field}`)}</th>
              {sides.map((side) => (
                <td key={side.id}>
                  <label className={classes.option}>
                    <input
                      type="radio"
                      name={`${id}-${field}`}
                      checked={stands(field, side)}
                      onChange={() => onChoose(field, side)}
                      aria-label={t('merge.fieldFrom', { field: t(`facts.${field}`), name: side.name })}
                    />
                    <span dir="auto">
                      <FieldText side={side} field={field} />
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('contacts')}</th>
            {sides.map((side) => (
              <td key={side.id}>
                {side.contacts.length === 0
                  ? '–'
                  : side.contacts.map(({ name, email, phone }) => name ?? email ?? phone).join(', ')}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('orders')}</th>
            {sides.map((side) => (
              <td key={side.id}>
                {t('merge.orders', { count: side.orderSummary.count })} · <MoneyText money={side.orderSummary.total} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('merge.registered')}</th>
            {sides.map((side) => (
              <td key={side.id}>{formats.day(side.createdAt)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function FieldText({ side, field }: { side: MergeSideFragment; field: MergeField }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const value = mergeValue(side, field);
  if (value === null) return <span className={classes.dim}>{t('facts.unknown')}</span>;
  switch (field) {
    case 'country':
      return <>{formats.country(value)}</>;
    case 'language':
      return <>{formats.language(value)}</>;
    case 'employees':
      return <>{formats.number(Number(value))}</>;
    case 'annualPurchaseMinor':
      return <MoneyText money={side.annualPurchase} />;
    case 'companyType': {
      const type = knownCode(BUSINESS_TYPES, value);
      return <>{type ? t(`why.businessTypes.${type}`) : value}</>;
    }
    case 'name':
    case 'company':
    case 'timeZone':
    case 'webSite':
    case 'address':
    case 'links':
    case 'owner':
      return <>{value}</>;
  }
}
