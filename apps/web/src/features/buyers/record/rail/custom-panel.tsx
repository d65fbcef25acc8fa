'use client';
import { useTranslations } from 'next-intl';
import { Panel } from '../../../../components/page-frame.tsx';
import type { BuyerRecordFieldsFragment } from '../../../../generated/graphql.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import type { RailPanelProps } from './buyer-rail.tsx';
import { EditableRow } from './editable-row.tsx';
import classes from './editable-row.module.css';
import type { RowInputKind } from './row-input.tsx';
import { useSaveFact } from './use-save-fact.ts';

type Field = BuyerRecordFieldsFragment['customValues'][number]['field'];

/** The team's own fields. */
export function CustomPanel({ buyer, mayChange, onChanged }: RailPanelProps) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const { saveCustom } = useSaveFact(buyer.id);
  const show = (field: Field, value: string) => {
    if (field.kind === 'DATE' && /^\d{4}-\d\d-\d\d$/.test(value)) return formats.date(value);
    if (field.kind === 'NUMBER' && Number.isSafeInteger(Number(value))) return formats.number(Number(value));
    return value;
  };
  return (
    <Panel title={t('customFields')}>
      <dl className={classes.list}>
        {buyer.customValues.map(({ field, value }) => (
          <EditableRow
            key={field.id}
            label={field.name}
            value={value}
            show={(text) => show(field, text)}
            input={inputOf(field)}
            mayChange={mayChange}
            save={(next, seen) => saveCustom(field.id, next, seen)}
            onChanged={onChanged}
          />
        ))}
      </dl>
    </Panel>
  );
}

function inputOf(field: Field): RowInputKind {
  switch (field.kind) {
    case 'CHOICE':
      return { kind: 'choice', choices: field.choices.map((choice) => ({ value: choice, label: choice })) };
    case 'NUMBER':
      return { kind: 'number' };
    case 'DATE':
      return { kind: 'date' };
    case 'TEXT':
      return { kind: 'text', maxLength: 1000 };
  }
}
