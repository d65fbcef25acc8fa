'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureState, Loading } from '../../../components/states.tsx';
import { type AuditFilter, AuditPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import classes from '../settings.module.css';
import { AuditItem } from './audit-item.tsx';

/** The page that follows a cursor, fetched when asked for; it draws the one after it. */
export function MoreAudit({ filter, after }: { filter: AuditFilter; after: string }) {
  const t = useTranslations('common');
  const [asked, setAsked] = useState(false);
  const query = useScreenQuery(AuditPageDocument, { filter, after }, { pause: !asked });
  const page = query.data?.auditLog ?? null;
  if (!asked) {
    return (
      <div className={classes.more}>
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('more')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {query.failure !== null && <FailureState failure={query.failure} onRetry={query.reload} />}
      {query.loading && (
        <div className={classes.padded}>
          <Loading onRetry={query.reload} rows={3} />
        </div>
      )}
      {page !== null && (
        <ul className={classes.list}>
          {page.edges.map(({ node }) => (
            <AuditItem key={node.position} entry={node} />
          ))}
        </ul>
      )}
      {page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null && (
        <MoreAudit filter={filter} after={page.pageInfo.endCursor} />
      )}
    </>
  );
}
