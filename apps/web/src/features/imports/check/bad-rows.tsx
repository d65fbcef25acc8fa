'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DownloadIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { ImportFileRowsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import type { OpenImport } from '../import-words.ts';
import { BadRow } from './bad-row.tsx';
import classes from './check.module.css';

const PAGE = 50;
const COLUMNS = 3;

/** The rows that cannot be taken, and those that could not be but were mended: each stays where it stands. */
export function BadRows({ opened, onChanged }: { opened: OpenImport; onChanged: () => void }) {
  const t = useTranslations('imports.check');
  const first = useScreenQuery(ImportFileRowsDocument, { id: opened.id, first: 1, after: null, state: null });
  if (opened.badRows === 0 && (first.data?.import?.rows.totalCount ?? 0) === 0) return null;
  return (
    <Panel
      title={t('rowsTitle')}
      lead={t('rowsLead')}
      flush
      actions={
        opened.failuresPath !== null && (
          <Button component="a" href={opened.failuresPath} download variant="default" leftSection={<DownloadIcon />}>
            {t('download')}
          </Button>
        )
      }
    >
      <div className={classes.tableBox}>
        <table className={classes.rows}>
          <caption className="visually-hidden">{t('rowsTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('toMend')}</th>
              <th scope="col">{t('state')}</th>
            </tr>
          </thead>
          <RowsPage opened={opened} after={null} onChanged={onChanged} />
        </table>
      </div>
    </Panel>
  );
}

/** One page of them; the next is fetched when asked for, and each page is renewed on its own. */
function RowsPage({ opened, after, onChanged }: { opened: OpenImport; after: string | null; onChanged: () => void }) {
  const t = useTranslations('imports.check');
  const common = useTranslations('common');
  const query = useScreenQuery(ImportFileRowsDocument, { id: opened.id, first: PAGE, after, state: null });
  const [more, setMore] = useState(false);
  const rows = query.data?.import?.rows ?? null;
  const changed = () => {
    query.reload();
    onChanged();
  };
  const next = rows?.pageInfo.hasNextPage ? rows.pageInfo.endCursor : null;
  return (
    <>
      <tbody>
        {(query.failure !== null || query.loading) && (
          <tr>
            <td colSpan={COLUMNS}>
              {query.failure && (
                <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
              )}
              {query.loading && <Loading onRetry={query.reload} rows={3} />}
            </td>
          </tr>
        )}
        {rows?.edges.map(({ node }) => (
          <BadRow key={node.id} opened={opened} row={node} onChanged={changed} />
        ))}
        {next !== null && !more && (
          <tr>
            <td colSpan={COLUMNS} className={classes.more}>
              <Button variant="default" onClick={() => setMore(true)}>
                {common('more')}
              </Button>
              <span>{t('rowsLeft', { total: rows?.totalCount ?? 0 })}</span>
            </td>
          </tr>
        )}
      </tbody>
      {next !== null && more && <RowsPage opened={opened} after={next} onChanged={onChanged} />}
    </>
  );
}
