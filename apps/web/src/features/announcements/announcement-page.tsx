'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageFrame } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { AnnouncementPageDocument } from '../../generated/graphql.ts';
import { newId } from '../../platform/graphql/new-id.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { AnnouncementDraft } from './announcement-draft.tsx';
import { AnnouncementEditor } from './announcement-editor.tsx';
import { AnnouncementResults } from './announcement-results.tsx';

/** A draft is written, its buyers are looked through, then it leaves; afterwards the page says what came of it. */
export function AnnouncementPage({ id }: { id: string }) {
  const t = useTranslations('announcements');
  const may = useMay();
  const fresh = id === 'new';
  const [newDraftId] = useState(newId);
  const query = useScreenQuery(
    AnnouncementPageDocument,
    { id: fresh ? newDraftId : id },
    {
      pause: fresh,
      refreshOn: ({ verb, subjectId }) =>
        subjectId === id || verb === 'message.received' || verb.startsWith('reply.') || verb.startsWith('order.'),
    },
  );
  const announcement = query.data?.announcement ?? null;
  const sends = may('announcement:send');
  if (fresh && sends)
    return (
      <PageFrame title={t('add')} lead={t('addLead')}>
        <AnnouncementEditor id={newDraftId} announcement={null} onSaved={() => undefined} />
      </PageFrame>
    );
  return (
    <PageFrame title={announcement?.name ?? t('title')}>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={announcement !== null} />
      )}
      {query.loading && <Loading onRetry={query.reload} rows={6} />}
      {((query.data !== null && announcement === null) || (fresh && !sends)) && (
        <EmptyState title={t('gone')}>{t('goneText')}</EmptyState>
      )}
      {announcement?.state === 'SENT' && <AnnouncementResults announcement={announcement} onChanged={query.reload} />}
      {announcement?.state === 'DRAFT' && (
        <AnnouncementDraft key={announcement.id} announcement={announcement} onChanged={query.reload} />
      )}
    </PageFrame>
  );
}
