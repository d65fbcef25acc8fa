'use client';
import { useTranslations } from 'next-intl';
import { CheckIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { ExceptionsPageDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { DownloadMenu } from '../exports/index.ts';
import { ExceptionItem } from './exception-item.tsx';
import { MoreExceptions } from './more-exceptions.tsx';
import classes from './settings.module.css';
import { useExceptionActs } from './use-exception-acts.ts';

/** Deliveries that could not become messages. Nothing is lost: each is kept until someone retries or dismisses it. */
export function ExceptionsScreen() {
  const t = useTranslations('settings.exceptions');
  const query = useScreenQuery(
    ExceptionsPageDocument,
    { after: null },
    { refreshOn: ({ subjectKind }) => subjectKind === 'inbound_message' },
  );
  const acts = useExceptionActs(query.reload);
  const page = query.data?.inboundExceptions ?? null;
  const shown = page?.edges.filter(({ node }) => !acts.hidden.has(node.id)) ?? [];
  return (
    <Panel title={t('title')} lead={t('lead')} actions={<DownloadMenu list="exceptions" />} flush>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <div className={classes.padded}>
          <Loading onRetry={query.reload} rows={3} />
        </div>
      )}
      {page !== null && shown.length === 0 && !page.pageInfo.hasNextPage && (
        <EmptyState icon={<CheckIcon />} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul className={classes.list}>
          {shown.map(({ node }) => (
            <ExceptionItem key={node.id} exception={node} acts={acts} />
          ))}
        </ul>
      )}
      {page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null && (
        <MoreExceptions key={page.pageInfo.endCursor} after={page.pageInfo.endCursor} acts={acts} />
      )}
    </Panel>
  );
}
