'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { StatusBadge } from '../../../components/badges.tsx';
import { EditIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import type { ProductRecordFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { Certificates } from './certificates.tsx';
import { PriceLists } from './price-lists.tsx';
import { ProductFacts } from './product-facts.tsx';
import { ProductFiles } from './product-files.tsx';
import { ProductImages } from './product-images.tsx';
import classes from './record.module.css';
import { RemoveProduct } from './remove-product.tsx';
import { TryPrice } from './try-price.tsx';
import { VariantsTable } from './variants-table.tsx';

/** Below or beside what is read first, so loaded after it. */
const PackPreview = lazyPart(() => import('./pack-preview.tsx').then((module) => module.PackPreview));
const Versions = lazyPart(() => import('./versions.tsx').then((module) => module.Versions));

/** One product: what it is, what it costs, what proves it, and what a buyer would be sent. */
export function ProductRecord({ product, reload }: { product: ProductRecordFragment; reload: () => void }) {
  const t = useTranslations('products');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const router = useRouter();
  const mayWrite = useMay()('product:write');
  const editAddress = href('products', product.id, 'edit');
  useShortcuts(
    mayWrite
      ? [{ keys: 'e', label: t('edit'), group: t('title'), run: () => router.push(editAddress), palette: 'record' }]
      : [],
  );
  return (
    <>
      <header className={classes.header}>
        <div className={classes.titles}>
          <h1 dir="auto">{product.name}</h1>
          <p className={classes.dim}>
            {[
              product.code,
              product.category,
              t('versionAt', { version: product.version, at: formats.day(product.updatedAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className={classes.badges}>
          {product.isNew && <StatusBadge tone="info">{t('new')}</StatusBadge>}
          <StatusBadge tone={product.status === 'ACTIVE' ? 'good' : 'neutral'}>
            {t(`statuses.${product.status}`)}
          </StatusBadge>
        </div>
        {mayWrite && (
          <div className={classes.acts}>
            <RemoveProduct product={product} />
            <Button component={Link} href={editAddress} leftSection={<EditIcon />}>
              {t('edit')}
            </Button>
          </div>
        )}
      </header>
      <div className={classes.columns}>
        <div className={classes.main}>
          <ProductFacts product={product} />
          <VariantsTable product={product} />
          <PriceLists product={product} />
          <Certificates certificates={product.certificates} />
          {product.specs.length > 0 && (
            <Panel title={t('specs')}>
              <dl className={classes.facts}>
                {product.specs.map(({ name, value }) => (
                  <div key={name}>
                    <dt dir="auto">{name}</dt>
                    <dd dir="auto">{value}</dd>
                  </div>
                ))}
              </dl>
            </Panel>
          )}
          <Versions product={product} />
        </div>
        <div className={classes.side}>
          <ProductImages product={product} reload={reload} mayWrite={mayWrite} />
          <TryPrice product={product} />
          <PackPreview product={product} />
          <ProductFiles product={product} reload={reload} mayWrite={mayWrite} />
        </div>
      </div>
    </>
  );
}
