'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MessagePage } from '../../components/message-page.tsx';

/** Drawn when a screen itself fails. What was typed into a reply is on the server; drawing anew brings it back. */
export function BrokenScreen({ reference, onRetry }: { reference: string | null; onRetry: () => void }) {
  const t = useTranslations('shell.broken');
  const failure = useTranslations('failure');
  return (
    <MessagePage title={t('title')} text={t('text')}>
      {reference !== null && (
        <p>
          {failure('reference')} <code>{reference}</code>
        </p>
      )}
      <Button onClick={onRetry}>{t('retry')}</Button>
    </MessagePage>
  );
}
