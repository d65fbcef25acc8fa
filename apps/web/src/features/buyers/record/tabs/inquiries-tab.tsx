'use client';
import { useTranslations } from 'next-intl';
import { BuyerInquiriesDocument, type BuyerInquiriesQuery } from '../../../../generated/graphql.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import classes from '../buyer-page.module.css';
import { ConversationList } from './conversation-list.tsx';
import { TabState } from './tab-state.tsx';

type Product = NonNullable<BuyerInquiriesQuery['buyer']>['inquiredProducts'][number];

/** What the buyer asked, and about which products. */
export function InquiriesTab({ buyerId }: { buyerId: string }) {
  const query = useScreenQuery(
    BuyerInquiriesDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId && event.conversationId !== null },
  );
  return (
    <TabState query={query}>
      {({ buyer }) => (
        <>
          <Products products={buyer?.inquiredProducts ?? []} />
          <ConversationList rows={buyer?.conversations ?? []} />
        </>
      )}
    </TabState>
  );
}

function Products({ products }: { products: readonly Product[] }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  if (products.length === 0) return null;
  return (
    <section className={classes.products} aria-label={t('inquiredProducts')}>
      <h3>{t('inquiredProducts')}</h3>
      <ul>
        {products.map(({ slug, name, times, lastAt }) => (
          <li key={slug}>
            <span dir="auto">{name}</span>
            <span className={classes.dim}>{t('inquiredTimes', { times, at: formats.day(lastAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
