'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRef } from 'react';
import { LevelBadge } from '../../../components/badges.tsx';
import { PipelineIcon } from '../../../components/icons.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { GradeButton, useRowWalk } from '../../buyers/index.ts';
import { ColumnSum } from '../board/column-sum.tsx';
import type { Card, Column } from '../board/lay-board.ts';
import { useBoard } from '../board/use-board.ts';
import { useBoardHolding } from '../board/use-board-holding.ts';
import { NewsPill } from '../news-pill.tsx';
import { TimeInStage } from '../time-in-stage.tsx';
import { useColumnName } from '../use-column-name.ts';
import type { PipelineUrl } from '../use-pipeline-url.ts';
import classes from './list.module.css';

/** The board's buyers as a table, under the heads of its columns. */
export function BoardList({ url }: { url: PipelineUrl }) {
  const t = useTranslations('pipeline');
  const { holding, handlers } = useBoardHolding();
  const board = useBoard(url.group, url.filter, holding);
  const table = useRef<HTMLDivElement>(null);
  useRowWalk(table);
  const filled = board.columns?.filter(({ count }) => count > 0) ?? null;
  return (
    <div {...handlers}>
      {board.failure && <FailureState failure={board.failure} onRetry={board.reload} compact={filled !== null} />}
      {filled === null && !board.failure && (
        <Loading onRetry={board.reload}>
          {Array.from({ length: 8 }, (_, row) => (
            <Bone key={row} height="3.5rem" />
          ))}
        </Loading>
      )}
      <NewsPill count={board.changes} onTake={board.accept} />
      {filled?.length === 0 && (
        <EmptyState
          icon={<PipelineIcon />}
          title={t(url.active ? 'noMatch' : 'none')}
          action={url.active && <Button onClick={url.clear}>{t('clearFilters')}</Button>}
        >
          {t(url.active ? 'noMatchText' : 'noneText')}
        </EmptyState>
      )}
      {filled !== null && filled.length > 0 && (
        <div ref={table} className={classes.box}>
          <table className={classes.table}>
            <caption className="visually-hidden">{t('title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('list.grade')}</th>
                <th scope="col">{t('list.name')}</th>
                <th scope="col">{t('list.stage')}</th>
                <th scope="col">{t('list.owner')}</th>
                <th scope="col">{t('list.inStage')}</th>
                <th scope="col" className={classes.number}>
                  {t('list.paid')}
                </th>
              </tr>
            </thead>
            {filled.map((column) => (
              <ListSection
                key={column.key}
                column={column}
                baseCurrency={board.baseCurrency ?? ''}
                loadingMore={board.loadingMore === column.key}
                onMore={() => board.loadMore(column.key)}
              />
            ))}
          </table>
        </div>
      )}
    </div>
  );
}

interface ListSectionProps {
  column: Column;
  baseCurrency: string;
  loadingMore: boolean;
  onMore: () => void;
}

function ListSection({ column, baseCurrency, loadingMore, onMore }: ListSectionProps) {
  const t = useTranslations('pipeline');
  const name = useColumnName()(column.key);
  return (
    <tbody>
      <tr className={classes.section}>
        <th colSpan={5} scope="rowgroup">
          {name} <span>{t('count', { count: column.count })}</span>
        </th>
        <td className={classes.number}>
          <ColumnSum column={column} baseCurrency={baseCurrency} />
        </td>
      </tr>
      {column.cards.map((card) => (
        <ListRow key={card.id} card={card} />
      ))}
      {column.hasMore && (
        <tr>
          <td colSpan={6} className={classes.more}>
            <Button variant="subtle" loading={loadingMore} onClick={onMore}>
              {t('moreOf', { column: name })}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function ListRow({ card }: { card: Card }) {
  const t = useTranslations('pipeline');
  const formats = useFormats();
  const href = useWorkspaceHref();
  return (
    <tr className={classes.row}>
      <td>
        <span className={classes.badges}>
          <GradeButton buyerId={card.id} grade={card.grade} />
          <LevelBadge level={card.platformLevel} />
        </span>
      </td>
      <th scope="row" className={classes.name}>
        <Link href={href('buyers', card.id)} className={classes.link} data-walk prefetch={false} dir="auto">
          {card.name}
        </Link>
        {card.company !== null && card.company !== card.name && (
          <span className={classes.company} dir="auto">
            {card.company}
          </span>
        )}
      </th>
      <td>{t(`stages.${card.stage}`)}</td>
      <td>{card.ownerName ?? t('unowned')}</td>
      <td>
        <TimeInStage since={card.stageSince} />
      </td>
      <td className={classes.number}>
        {card.paidLastYear === null || BigInt(card.paidLastYear.minor) === 0n ? '–' : formats.money(card.paidLastYear)}
      </td>
    </tr>
  );
}
