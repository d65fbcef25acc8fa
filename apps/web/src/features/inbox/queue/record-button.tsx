'use client';
import { ActionIcon } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlusIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import type { DirectoryChannel } from '../directory/use-directory.ts';

const RecordInquiryDialog = lazyPart(() =>
  import('../record/record-inquiry-dialog.tsx').then((module) => module.RecordInquiryDialog),
);

/** Writes down an inquiry that came by telephone or at a fair, and opens it. Nothing for those who may not. */
export function RecordButton({
  channels,
  onRecorded,
}: {
  channels: readonly DirectoryChannel[];
  onRecorded: (conversationId: string) => void;
}) {
  const t = useTranslations('inbox.record');
  const may = useMay();
  const [recording, setRecording] = useState(false);
  if (!may('inbox:reply')) return null;
  return (
    <>
      <ActionIcon
        variant="default"
        size="2.75rem"
        aria-label={t('act')}
        title={t('act')}
        onClick={() => setRecording(true)}
      >
        <PlusIcon />
      </ActionIcon>
      {recording && (
        <RecordInquiryDialog
          channels={channels}
          onRecorded={(conversationId) => {
            setRecording(false);
            onRecorded(conversationId);
          }}
          onClose={() => setRecording(false)}
        />
      )}
    </>
  );
}
