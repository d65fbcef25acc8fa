'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { type AttachmentFieldsFragment, PendingAttachmentsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { downloadAddress, useRemoveAttachment, useUploads } from '../../attachments/index.ts';

/** The files that go with the reply being written: they wait on the server, so a reload or another device finds them. */
export function useReplyFiles(conversationId: string, canReply: boolean) {
  const t = useTranslations('products');
  const { slug } = useWorkspace();
  const { show } = useToasts();
  const query = useScreenQuery(PendingAttachmentsDocument, { id: conversationId }, { pause: !canReply });
  const { reload } = query;
  const uploads = useUploads({ kind: 'conversations', id: conversationId }, reload);
  const [removeOne] = useRemoveAttachment();
  const waiting = query.data?.conversation?.pendingAttachments ?? [];

  /** Sends copies of files that are kept elsewhere along with this reply. */
  const addKept = async (files: readonly AttachmentFieldsFragment[]) => {
    const copies = await Promise.allSettled(
      files.map(async (file) => {
        const response = await fetch(downloadAddress(file.path, slug));
        if (!response.ok) throw new Error(`${file.name}: ${response.status}`);
        return new File([await response.blob()], file.name, { type: file.contentType });
      }),
    );
    uploads.add(copies.flatMap((copy) => (copy.status === 'fulfilled' ? [copy.value] : [])));
    const lost = files.filter((_file, at) => copies[at]?.status === 'rejected').map(({ name }) => name);
    if (lost.length > 0) show({ message: t('packNotAttached', { names: lost.join(', ') }), tone: 'bad' });
  };
  const remove = useCallback(
    async (id: string) => {
      if (await removeOne(id)) reload();
    },
    [removeOne, reload],
  );
  return {
    waiting,
    /** They could not be read, so that it is not known what would go along. */
    failed: query.failure !== null && query.data === null,
    /** What waits is not known yet, or something is still on its way. */
    busy: query.loading || uploads.running,
    uploads,
    addKept,
    remove,
    reload,
  };
}

export type ReplyFiles = ReturnType<typeof useReplyFiles>;
