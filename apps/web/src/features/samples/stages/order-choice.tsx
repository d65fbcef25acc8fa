'use client';
import { Radio } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FailureState, Loading } from '../../../components/states.tsx';
import { SampleOrdersDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../samples.module.css';

/** The order that a sample led to: one of the buyer's own. */
export function OrderChoice({
  buyerId,
  value,
  onChange,
}: {
  buyerId: string;
  value: string | null;
  onChange: (orderId: string) => void;
}) {
  const t = useTranslations('samples.ask.CONVERTED');
  const formats = useFormats();
  const { data, failure, loading, reload } = useScreenQuery(SampleOrdersDocument, { buyerId });
  if (failure) return <FailureState failure={failure} onRetry={reload} compact />;
  if (loading) return <Loading onRetry={reload} rows={2} />;
  const orders = data?.buyer?.orders.edges.map(({ node }) => node) ?? [];
  if (orders.length === 0) return <p className={classes.dim}>{t('none')}</p>;
  return (
    <Radio.Group label={t('label')} value={value} onChange={onChange}>
      <div className={classes.choices}>
        {orders.map(({ id, externalId, placedAt, total }) => (
          <Radio
            key={id}
            value={id}
            size="md"
            label={[externalId, formats.day(placedAt), total && formats.money(total)].filter(Boolean).join(' · ')}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
