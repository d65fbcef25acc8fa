'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { UploadIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { ImportsListDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { DownloadMenu } from '../../exports/index.ts';
import { PastImport } from './past-import.tsx';
import classes from './list.module.css';

const PAGE = 30;

/** Imports before, the newest first; those under way show how far they are. */
export function PastImports({ addressOf }: { addressOf: (id: string) => string }) {
  const t = useTranslations('imports.list');
  return (
    <Panel title={t('title')} actions={<DownloadMenu list="imports" />} flush>
      <ListPage after={null} addressOf={addressOf} />
    </Panel>
  );
}

function ListPage({ after, addressOf }: { after: string | null; addressOf: (id: string) => string }) {
  const t = useTranslations('imports.list');
  const common = useTranslations('common');
  const query = useScreenQuery(
    ImportsListDocument,
    { first: PAGE, after },
    { refreshOn: ({ subjectKind }) => subjectKind === 'import' },
  );
  const [more, setMore] = useState(false);
  const page = query.data?.imports ?? null;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return (
    <>
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact={page !== null} />}
      {query.loading && (
        <div className={classes.padded}>
          <Loading onRetry={query.reload} rows={3} />
        </div>
      )}
      {page?.edges.length === 0 && after === null && (
        <EmptyState icon={<UploadIcon />} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      {page !== null && page.edges.length > 0 && (
        <ul className={classes.list} aria-label={t('title')}>
          {page.edges.map(({ node }) => (
            <PastImport key={node.id} past={node} href={addressOf(node.id)} onChanged={query.reload} />
          ))}
        </ul>
      )}
      {next !== null && !more && (
        <div className={classes.more}>
          <Button variant="default" onClick={() => setMore(true)}>
            {common('more')}
          </Button>
        </div>
      )}
      {next !== null && more && <ListPage after={next} addressOf={addressOf} />}
    </>
  );
}
