'use client';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type OpenImport, useFieldName } from '../import-words.ts';
import classes from './columns.module.css';
import { type SettingsDraft, withField } from './settings-draft.ts';

const SAMPLES_SHOWN = 3;

/** The file's columns with what stands in them, and the field each becomes. */
export function ColumnsTable({
  opened,
  draft,
  onDraft,
}: {
  opened: OpenImport;
  draft: SettingsDraft;
  onDraft: (draft: SettingsDraft) => void;
}) {
  const t = useTranslations('imports.columns');
  const fieldName = useFieldName(opened.kind);
  const server = new Map(opened.mapping.map((each) => [each.column, each]));
  const choices = [
    { value: '', label: t('ignore') },
    ...opened.fields.map(({ key, required }) => ({
      value: key,
      label: required ? t('requiredField', { name: fieldName(key) }) : fieldName(key),
    })),
  ];
  return (
    <div className={classes.tableBox} tabIndex={0} role="region" aria-label={t('title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('samples')}</th>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('sureness')}</th>
          </tr>
        </thead>
        <tbody>
          {opened.columns.map(({ index, header, samples }) => {
            const field = draft.fieldOf.get(index) ?? null;
            const name = header.trim() === '' ? t('unnamed', { number: index + 1 }) : header;
            const byHand = (server.get(index)?.field ?? null) !== field;
            return (
              <tr key={index} data-ignored={field === null || undefined}>
                <th scope="row" dir="auto">
                  {name}
                </th>
                <td className={classes.samples}>
                  {samples.slice(0, SAMPLES_SHOWN).map((sample, at) => (
                    <span key={at} dir="auto">
                      {sample}
                    </span>
                  ))}
                </td>
                <td>
                  <NativeSelect
                    aria-label={t('fieldOf', { column: name })}
                    value={field ?? ''}
                    onChange={(event) => onDraft(withField(draft, index, event.currentTarget.value || null))}
                    data={choices}
                  />
                </td>
                <td className={classes.sureness}>
                  {field === null
                    ? t('ignored')
                    : t(`confidence.${byHand ? 'BY_HAND' : (server.get(index)?.confidence ?? 'BY_HAND')}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
