'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { StatusBadge } from '../../../../components/badges.tsx';
import { FailureState } from '../../../../components/states.tsx';
import {
  BuyerOrdersDocument,
  type BuyerOrderPageFragment,
  MoreBuyerOrdersDocument,
} from '../../../../generated/graphql.ts';
import { type Failure, toFailure } from '../../../../platform/graphql/failure.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import classes from '../buyer-page.module.css';
import { knownCode } from '../../known-code.ts';
import { MoneyText } from '../../money-text.tsx';
import { TabState } from './tab-state.tsx';

const STATES = [
  'DRAFT',
  'PENDING_PAYMENT',
  'PAID',
  'PREPARING',
  'BACKORDERED',
  'READY_TO_SHIP',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'CLOSED',
  'CANCELLED',
  'EXPIRED',
  'REFUNDED',
] as const;
/** States that ended or are about to end well. */
const GOOD: readonly string[] = ['COMPLETED', 'CLOSED', 'DELIVERED'];

/** A buyer's orders, newest first. */
export function OrdersTab({ buyerId }: { buyerId: string }) {
  const query = useScreenQuery(
    BuyerOrdersDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId && event.verb.startsWith('order') },
  );
  return (
    <TabState query={query}>{({ buyer }) => buyer && <OrderList buyerId={buyerId} page={buyer.orders} />}</TabState>
  );
}

/** Each order in its own currency: amounts of two currencies are never added here. */
function OrderList({ buyerId, page }: { buyerId: string; page: BuyerOrderPageFragment }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const client = useClient();
  const [further, setFurther] = useState<BuyerOrderPageFragment | null>(null);
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const known = new Set(page.edges.map(({ node }) => node.id));
  const edges = [...page.edges, ...(further?.edges.filter(({ node }) => !known.has(node.id)) ?? [])];
  const orders = edges.map(({ node }) => node);
  const { hasNextPage, endCursor } = (further ?? page).pageInfo;

  const loadMore = async () => {
    if (endCursor === null) return;
    setLoading(true);
    const { data, error } = await client.query(MoreBuyerOrdersDocument, { id: buyerId, after: endCursor }).toPromise();
    setLoading(false);
    setFailure(error ? toFailure(error) : null);
    const next = data?.buyer?.orders;
    // All that is shown, too: newer orders push the last of the first page out of it.
    if (next) setFurther({ ...next, edges: [...edges, ...next.edges] });
  };

  if (orders.length === 0) return <p className={classes.nothing}>{t('noOrders')}</p>;
  return (
    <>
      <table className={classes.orders}>
        <thead>
          <tr>
            <th scope="col">{t('orderNumber')}</th>
            <th scope="col">{t('placedAt')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className={classes.number}>
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => {
            const state = knownCode(STATES, order.state);
            return (
              <tr key={order.id}>
                <th scope="row">{order.externalId}</th>
                <td>{formats.day(order.placedAt)}</td>
                <td>
                  <StatusBadge tone={GOOD.includes(order.state) ? 'good' : 'neutral'}>
                    {state ? t(`orderStates.${state}`) : order.state}
                  </StatusBadge>
                </td>
                <td className={classes.number}>
                  <MoneyText money={order.total} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {failure && <FailureState failure={failure} onRetry={() => void loadMore()} compact />}
      {hasNextPage && (
        <Button variant="default" loading={loading} onClick={() => void loadMore()}>
          {t('moreOrders')}
        </Button>
      )}
    </>
  );
}
