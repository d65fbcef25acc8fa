'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { type AuditFilter, AuditPageDocument, AuditPeopleDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { id, maybeOneOf, urlState } from '../../../platform/url-state/url-state.ts';
import { useUrlState } from '../../../platform/url-state/use-url-state.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../../exports/index.ts';
import classes from '../settings.module.css';
import { AuditItem } from './audit-item.tsx';
import { AUDIT_KINDS } from './audit-words.ts';
import { MoreAudit } from './more-audit.tsx';

const auditUrl = urlState({ kind: maybeOneOf(AUDIT_KINDS), person: id(), buyer: id() });

/** Who did what, and when: the event log, newest first. */
export function AuditScreen() {
  const t = useTranslations('settings.audit');
  const may = useMay();
  const [{ kind, person, buyer }, set] = useUrlState(auditUrl);
  const filter = useMemo<AuditFilter>(
    () => ({
      ...(kind !== null && { verb: kind }),
      ...(person !== null && { actorId: person }),
      ...(buyer !== null && { buyerId: buyer }),
    }),
    [kind, person, buyer],
  );
  const query = useScreenQuery(AuditPageDocument, { filter, after: null }, { keepPrevious: true });
  const people = useScreenQuery(AuditPeopleDocument, {}, { pause: !may('member:read') });
  const page = query.data?.auditLog ?? null;
  const narrowed = Object.keys(filter).length > 0;
  const clear = () => set({ kind: null, person: null, buyer: null });
  return (
    <Panel
      title={t('title')}
      lead={t('lead')}
      flush
      actions={
        <>
          <DownloadMenu list="audit" filter={filter} />
          <Button variant="default" loading={query.refreshing} onClick={query.reload}>
            {t('refresh')}
          </Button>
        </>
      }
    >
      <div className={classes.filters}>
        <NativeSelect
          label={t('kind')}
          value={kind ?? ''}
          onChange={(event) => set({ kind: AUDIT_KINDS.find((each) => each === event.currentTarget.value) ?? null })}
          data={[
            { value: '', label: t('anyKind') },
            ...AUDIT_KINDS.map((each) => ({ value: each, label: t(`kinds.${wordOf(each)}`) })),
          ]}
        />
        <NativeSelect
          label={t('person')}
          value={person ?? ''}
          onChange={(event) => set({ person: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('anyPerson') },
            ...(people.data?.members ?? []).map(({ id: memberId, name }) => ({ value: memberId, label: name })),
          ]}
        />
        {narrowed && (
          <Button variant="subtle" onClick={clear}>
            {t('clear')}
          </Button>
        )}
      </div>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <div className={classes.padded}>
          <Loading onRetry={query.reload} rows={6} />
        </div>
      )}
      {page !== null && page.edges.length === 0 && (
        <EmptyState title={t(narrowed ? 'noMatch' : 'none')}>{narrowed ? t('noMatchText') : null}</EmptyState>
      )}
      {page !== null && page.edges.length > 0 && (
        <ul className={classes.list}>
          {page.edges.map(({ node }) => (
            <AuditItem key={node.position} entry={node} />
          ))}
        </ul>
      )}
      {page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null && (
        <MoreAudit key={page.pageInfo.endCursor} filter={filter} after={page.pageInfo.endCursor} />
      )}
    </Panel>
  );
}

/** The name of a kind in the catalogue, where keys hold no dots. */
const wordOf = <Kind extends string>(kind: Kind) =>
  kind.replace('.', '') as Kind extends `${infer Word}.` ? Word : Kind;
