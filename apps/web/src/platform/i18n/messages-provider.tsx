'use client';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

/** Times are written by `useFormats` in the workspace's zone; the zone here only keeps next-intl from guessing. */
export function MessagesProvider({
  locale,
  messages,
  children,
}: {
  locale: Locale;
  messages: Messages;
  children: ReactNode;
}) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Seoul">
      {children}
    </NextIntlClientProvider>
  );
}
