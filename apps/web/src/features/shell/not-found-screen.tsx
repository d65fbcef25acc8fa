'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MessagePage } from '../../components/message-page.tsx';

export function NotFoundScreen() {
  const t = useTranslations('shell.notFound');
  return (
    <MessagePage title={t('title')} text={t('text')}>
      <Button component="a" href="/" variant="default">
        {t('home')}
      </Button>
    </MessagePage>
  );
}
