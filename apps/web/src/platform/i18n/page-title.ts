import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { loadMessages } from './messages.ts';
import type { Messages } from './messages.ts';
import { readerLocale } from './reader-locale.ts';

/** `export const generateMetadata = pageTitle('inbox')`: the page's name in the reader's language. */
export function pageTitle(page: keyof Messages['shell']['pages']): () => Promise<Metadata> {
  return async () => {
    const locale = await readerLocale();
    const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: 'shell.pages' });
    return { title: t(page) };
  };
}
