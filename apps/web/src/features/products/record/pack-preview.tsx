'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '../../../components/page-frame.tsx';
import type { ProductRecordFragment } from '../../../generated/graphql.ts';
import { PackView } from '../pack/pack-view.tsx';
import { usePack } from '../pack/use-pack.ts';

/** What a buyer who asks is sent, before anybody asks. */
export function PackPreview({ product }: { product: ProductRecordFragment }) {
  const t = useTranslations('products');
  const locale = useLocale();
  const pack = usePack(product.id, { language: locale === 'ko' ? 'ko' : 'en', country: '', currency: '' });
  return (
    <Panel title={t('pack')} lead={t('packLead')}>
      <PackView
        productId={product.id}
        pack={pack}
        currencies={[...new Set(product.prices.map(({ currency }) => currency))]}
      />
    </Panel>
  );
}
