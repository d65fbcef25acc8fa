'use client';
import { NativeSelect, Radio } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DateOrder } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import type { OpenImport } from '../import-words.ts';
import classes from './columns.module.css';
import { ambiguousSample, readAs } from './read-as.ts';

const ORDERS = ['YMD', 'DMY', 'MDY'] as const satisfies readonly DateOrder[];

/** Which comes first, day or month. Where the file proves it, it is only shown; where not, each reading stands in words. */
export function DateOrderChoice({
  opened,
  value,
  onChange,
}: {
  opened: OpenImport;
  value: DateOrder | null;
  onChange: (order: DateOrder) => void;
}) {
  const t = useTranslations('imports.columns');
  const formats = useFormats();
  const orderOf = (chosen: string) => ORDERS.find((order) => order === chosen) ?? 'YMD';
  const mapped = new Set(opened.mapping.filter(({ field }) => field !== null).map(({ column }) => column));
  const sample = ambiguousSample(opened.columns.filter(({ index }) => mapped.has(index)));
  if (!opened.ambiguousDates || sample === null)
    return (
      <div className={classes.fieldGrid}>
        <NativeSelect
          label={t('dateOrder')}
          value={value ?? (opened.ambiguousDates ? '' : opened.options.dateOrder)}
          onChange={(event) => onChange(orderOf(event.currentTarget.value))}
          data={[
            ...(opened.ambiguousDates && value === null ? [{ value: '', label: t('unclear') }] : []),
            ...ORDERS.map((order) => ({ value: order, label: t(`dateOrders.${order}`) })),
          ]}
        />
      </div>
    );
  return (
    <Radio.Group
      label={t('dateQuestion', { sample })}
      description={t('dateQuestionAdvice')}
      value={value ?? ''}
      onChange={(chosen) => onChange(orderOf(chosen))}
    >
      <div className={classes.choices}>
        {ORDERS.flatMap((order) => {
          const day = readAs(sample, order);
          return day === null
            ? []
            : [
                <Radio
                  key={order}
                  value={order}
                  label={t('dateReading', { day: formats.date(day), order: t(`dateOrders.${order}`) })}
                />,
              ];
        })}
      </div>
    </Radio.Group>
  );
}
