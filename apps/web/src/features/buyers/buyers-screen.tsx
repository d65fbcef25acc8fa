'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { BuyersIcon } from '../../components/icons.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../components/states.tsx';
import type { BuyerFilter } from '../../generated/graphql.ts';
import { useUrlState } from '../../platform/url-state/use-url-state.ts';
import { useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { BuyerRow } from './buyer-row.tsx';
import { BuyersFilters } from './buyers-filters.tsx';
import { buyersUrl } from './buyers-url.ts';
import classes from './buyers.module.css';
import { useBuyers } from './use-buyers.ts';
import { useReachEnd } from './use-reach-end.ts';
import { useRowWalk } from './use-row-walk.ts';

/** All buyers, the best first, with filters in the address. */
export function BuyersScreen() {
  const t = useTranslations('buyers');
  const [values, set] = useUrlState(buyersUrl);
  const { grade, level, country, owner, q } = values;
  const filter = useMemo<BuyerFilter>(
    () => ({
      ...(grade.length > 0 && { grade: [...grade] }),
      ...(level.length > 0 && { platformLevel: [...level] }),
      ...(country !== null && { country: [country] }),
      ...(owner !== null && { ownerId: owner }),
    }),
    [grade, level, country, owner],
  );
  const list = useBuyers(filter, q);
  const active = Object.keys(filter).length > 0 || q !== '';
  const clear = () => set({ q: '', grade: [], level: [], country: null, owner: null });
  return (
    <PageFrame title={t('title')} lead={t('lead')} wide>
      <BuyersFilters values={values} set={set} active={active} onClear={clear} />
      {list.failure && <FailureState failure={list.failure} onRetry={list.reload} compact={list.rows !== null} />}
      {list.rows === null && !list.failure && (
        <Loading onRetry={list.reload}>
          {Array.from({ length: 8 }, (_, row) => (
            <Bone key={row} height="3.5rem" />
          ))}
        </Loading>
      )}
      {list.rows?.length === 0 &&
        (active ? (
          <EmptyState
            icon={<BuyersIcon />}
            title={t('noMatch')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          >
            {t('noMatchText')}
          </EmptyState>
        ) : (
          <EmptyState icon={<BuyersIcon />} title={t('none')}>
            {t('noneText')}
          </EmptyState>
        ))}
      {list.rows !== null && list.rows.length > 0 && <BuyersTable list={list} rows={list.rows} />}
    </PageFrame>
  );
}

function BuyersTable({
  list,
  rows,
}: {
  list: ReturnType<typeof useBuyers>;
  rows: NonNullable<ReturnType<typeof useBuyers>['rows']>;
}) {
  const t = useTranslations('buyers');
  const href = useWorkspaceHref();
  const table = useRef<HTMLDivElement>(null);
  const end = useReachEnd(list.loadMore);
  useRowWalk(table);
  return (
    <>
      <div className={classes.changedSlot} role="status">
        {list.changed && (
          <Button variant="light" onClick={list.accept}>
            {t('changed')}
          </Button>
        )}
      </div>
      <div ref={table} className={classes.tableBox}>
        <table className={classes.table}>
          <caption className="visually-hidden">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('gradeAndLevel')}</th>
              <th scope="col">{t('buyer')}</th>
              <th scope="col">{t('country')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col" className={classes.number}>
                {t('orders')}
              </th>
              <th scope="col">{t('lastOrder')}</th>
              <th scope="col">{t('lastContact')}</th>
              <th scope="col">{t('stateAndTags')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <BuyerRow key={row.id} row={row} href={href('buyers', row.id)} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasMore && (
        <div ref={end} className={classes.more}>
          <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
