'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureState, Loading } from '../../components/states.tsx';
import { ExceptionsPageDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { ExceptionItem } from './exception-item.tsx';
import classes from './settings.module.css';
import type { ExceptionActs } from './use-exception-acts.ts';

/** The pages after the first, each loaded when it is asked for. */
export function MoreExceptions({ after, acts }: { after: string; acts: ExceptionActs }) {
  const t = useTranslations('common');
  const [asked, setAsked] = useState(false);
  const query = useScreenQuery(ExceptionsPageDocument, { after }, { pause: !asked });
  const page = query.data?.inboundExceptions ?? null;
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
          {page.edges
            .filter(({ node }) => !acts.hidden.has(node.id))
            .map(({ node }) => (
              <ExceptionItem key={node.id} exception={node} acts={acts} />
            ))}
        </ul>
      )}
      {page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null && (
        <MoreExceptions after={page.pageInfo.endCursor} acts={acts} />
      )}
    </>
  );
}
