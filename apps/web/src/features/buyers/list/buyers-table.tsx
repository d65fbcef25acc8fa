'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { FailureState } from '../../../components/states.tsx';
import type { BuyerRowFieldsFragment } from '../../../generated/graphql.ts';
import { useWorkspace, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { useRowWalk } from '../use-row-walk.ts';
import { BuyerRow } from './buyer-row.tsx';
import classes from './buyers.module.css';
import { keepTrail } from './list-trail.ts';
import type { BuyersList } from './use-buyers.ts';
import { useReachEnd } from './use-reach-end.ts';
import { useVisibleRows } from './use-visible-rows.ts';

/** The list itself: more of it comes as its end is reached. */
export function BuyersTable({ list, rows }: { list: BuyersList; rows: readonly BuyerRowFieldsFragment[] }) {
  const t = useTranslations('buyers');
  const href = useWorkspaceHref();
  const { slug } = useWorkspace();
  const query = useSearchParams().toString();
  const table = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  // After a failure only the reader asks again: a list whose end is in sight would ask without end.
  const end = useReachEnd(list.moreFailure === null ? list.loadMore : noMore);
  const shown = useVisibleRows(body, rows.length);
  useRowWalk(table);
  useEffect(
    () => keepTrail({ workspace: slug, query: query === '' ? '' : `?${query}`, ids: rows.map(({ id }) => id) }),
    [slug, query, rows],
  );
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
        <table className={classes.table} aria-rowcount={list.hasMore ? -1 : rows.length + 1}>
          <caption className="visually-hidden">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('gradeAndLevel')}</th>
              <th scope="col">{t('buyer')}</th>
              <th scope="col">{t('filter.stage')}</th>
              <th scope="col">{t('country')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col" className={classes.number}>
                {t('orders')}
              </th>
              <th scope="col" className={classes.number}>
                {t('paidLastYear')}
              </th>
              <th scope="col" data-widest>
                {t('lastOrder')}
              </th>
              <th scope="col" data-widest>
                {t('lastContact')}
              </th>
              <th scope="col">{t('stateAndTags')}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            <Gap height={shown.before} />
            {rows.slice(shown.from, shown.to).map((row, index) => (
              <BuyerRow key={row.id} row={row} href={href('buyers', row.id)} index={shown.from + index} />
            ))}
            <Gap height={shown.after} />
          </tbody>
        </table>
      </div>
      {list.hasMore && (
        <div ref={end} className={classes.more}>
          {list.moreFailure && <FailureState failure={list.moreFailure} compact />}
          <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

const noMore = () => undefined;

/** Stands for rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden className={classes.gap} style={{ height }} /> : null;
}
