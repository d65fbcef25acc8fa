'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import {
  type ProductRecordFragment,
  ProductAsItWasDocument,
  ProductVersionsDocument,
} from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { Certificates } from './certificates.tsx';
import { PriceLists } from './price-lists.tsx';
import { ProductFacts } from './product-facts.tsx';
import classes from './record.module.css';
import { VariantsTable } from './variants-table.tsx';

/** Names of what a version changed, as the API gives them. */
const FIELDS = [
  'code', 'names', 'status', 'category', 'description', 'unit', 'moq', 'leadTimeDays', 'weightGrams', 'originCountry',
  'hsCode', 'launchedOn', 'optionNames', 'specs', 'certificates', 'variants', 'prices', 'costs',
] as const; // prettier-ignore

/** Every version of a product with who changed what: drafts and quotations cite them. */
export function Versions({ product: { id, version: newest } }: { product: ProductRecordFragment }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const query = useScreenQuery(ProductVersionsDocument, { id }, { refreshOn: ({ subjectId }) => subjectId === id });
  const [looking, setLooking] = useState<number | null>(null);
  const name = (field: string) => {
    const known = FIELDS.find((each) => each === field);
    return known ? t(`fieldNames.${known}`) : field;
  };
  return (
    <Panel title={t('versions')}>
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      {query.loading && <Loading onRetry={query.reload} rows={2} />}
      <ol className={classes.entries} reversed>
        {query.data?.product?.versions.map(({ version, changedBy, changedAt, changedFields }) => (
          <li key={version}>
            <strong>{t('version', { version })}</strong>
            <span>
              {changedFields.length === 0
                ? t(version === 1 ? 'made' : 'changedOther')
                : changedFields.map(name).join(', ')}
            </span>
            <span className={classes.dim}>
              {[formats.dateTime(changedAt), changedBy?.name ?? t('byImport')].join(' · ')}
            </span>
            {version !== newest && (
              <Button
                variant="subtle"
                className={classes.entryAct}
                aria-label={t('lookAtVersion', { version })}
                onClick={() => setLooking(version)}
              >
                {t('look')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {looking !== null && <OldVersion id={id} version={looking} onClose={() => setLooking(null)} />}
    </Panel>
  );
}

function OldVersion({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const t = useTranslations('products');
  const query = useScreenQuery(ProductAsItWasDocument, { id, version });
  const product = query.data?.productVersion ?? null;
  return (
    <Dialog opened onClose={onClose} title={t('asItWas', { version })} size="lg">
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      {query.loading && <Loading onRetry={query.reload} />}
      {product && (
        <div className={classes.main}>
          <p className={classes.titleThen} dir="auto">
            {product.name} ({product.code}), {t(`statuses.${product.status}`)}
          </p>
          <ProductFacts product={product} />
          <VariantsTable product={product} />
          <PriceLists product={product} />
          <Certificates certificates={product.certificates} />
        </div>
      )}
    </Dialog>
  );
}
