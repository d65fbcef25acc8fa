'use client';
import { useTranslations } from 'next-intl';
import { lazyPart } from '../../components/lazy-part.tsx';
import { DownloadMenu } from '../exports/index.ts';
import { Board } from './board/board.tsx';
import { PipelineFilters } from './pipeline-filters.tsx';
import classes from './pipeline.module.css';
import { usePipelineUrl } from './use-pipeline-url.ts';

const BoardList = lazyPart(() => import('./list/board-list.tsx').then((module) => module.BoardList));

/** Where each buyer stands: by stage or grade, as a board or as a list of the same. */
export function PipelineScreen() {
  const t = useTranslations('pipeline');
  const url = usePipelineUrl();
  return (
    <div className={classes.screen} data-layout={url.values.layout}>
      <header className={classes.header}>
        <h1 className={classes.title}>{t('title')}</h1>
        <DownloadMenu list="pipeline" filter={url.filter} query={{ group: url.group }} quiet />
        <PipelineFilters url={url} />
      </header>
      {url.values.layout === 'board' ? <Board url={url} /> : <BoardList url={url} />}
    </div>
  );
}
