'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { ImportFileRowsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { rowInShort, usedColumns } from '../check/row-cells.ts';
import { type OpenImport, useProblemText } from '../import-words.ts';
import classes from './run.module.css';

const PAGE = 50;

/** Rows that are not in, each with its reasons. */
export function FailedRows({ opened }: { opened: OpenImport }) {
  const t = useTranslations('imports.done');
  return (
    <Panel title={t('failedTitle', { count: opened.failedRows })} lead={t('failedLead')} flush>
      <ul className={classes.rows} aria-label={t('failedTitle', { count: opened.failedRows })}>
        <FailedPage opened={opened} after={null} />
      </ul>
    </Panel>
  );
}

function FailedPage({ opened, after }: { opened: OpenImport; after: string | null }) {
  const t = useTranslations('imports.done');
  const common = useTranslations('common');
  const formats = useFormats();
  const problemText = useProblemText();
  const query = useScreenQuery(ImportFileRowsDocument, { id: opened.id, first: PAGE, after, state: 'FAILED' });
  const [more, setMore] = useState(false);
  const rows = query.data?.import?.rows ?? null;
  const columns = usedColumns(opened);
  const headerOf = new Map(opened.columns.map(({ index, header }) => [index, header]));
  const next = rows?.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
  return (
    <>
      {(query.failure !== null || query.loading) && (
        <li className={classes.row}>
          {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact={rows !== null} />}
          {query.loading && <Loading onRetry={query.reload} rows={3} />}
        </li>
      )}
      {rows?.edges.map(({ node }) => (
        <li key={node.id} className={classes.row}>
          <span className={classes.rowNumber}>{t('rowNumber', { number: formats.number(node.rowNumber) })}</span>
          <div>
            {node.problems.map((problem) => (
              <p key={`${problem.column} ${problem.code}`} className={classes.reason}>
                {problem.column !== null && <strong dir="auto">{headerOf.get(problem.column)}: </strong>}
                {problemText(problem)}
              </p>
            ))}
            <p className={classes.inShort} dir="auto">
              {rowInShort(node, columns)}
            </p>
          </div>
        </li>
      ))}
      {next !== null && !more && (
        <li className={classes.more}>
          <Button variant="default" onClick={() => setMore(true)}>
            {common('more')}
          </Button>
        </li>
      )}
      {next !== null && more && <FailedPage opened={opened} after={next} />}
    </>
  );
}
