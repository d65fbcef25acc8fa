'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { StatusBadge } from '../../components/badges.tsx';
import { FailureState } from '../../components/states.tsx';
import { type BuyerOrderPageFragment, MoreBuyerOrdersDocument } from '../../generated/graphql.ts';
import { type Failure, toFailure } from '../../platform/graphql/failure.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import classes from './buyer-page.module.css';
import { knownCode } from './known-code.ts';

const STATES = ['COMPLETED', 'CANCELLED'] as const;

/** A buyer's orders, each in its own currency: amounts of two currencies are never added here. */
export function BuyerOrders({ buyerId, page }: { buyerId: string; page: BuyerOrderPageFragment }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const client = useClient();
  const [further, setFurther] = useState<readonly BuyerOrderPageFragment[]>([]);
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pages = [page, ...further];
  const orders = pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  const { hasNextPage, endCursor } = pages.at(-1)!.pageInfo;

  const loadMore = async () => {
    if (endCursor === null) return;
    setLoading(true);
    const { data, error } = await client.query(MoreBuyerOrdersDocument, { id: buyerId, after: endCursor }).toPromise();
    setLoading(false);
    setFailure(error ? toFailure(error) : null);
    const next = data?.buyer?.orders;
    if (next) setFurther((before) => [...before, next]);
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
                  <StatusBadge tone={state === 'COMPLETED' ? 'good' : 'neutral'}>
                    {state ? t(`orderStates.${state}`) : order.state}
                  </StatusBadge>
                </td>
                <td className={classes.number}>{formats.money(order.total)}</td>
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
