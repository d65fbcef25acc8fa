import '@mantine/core/styles.layer.css';
import '../platform/theme/global.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { MessagesProvider } from '../platform/i18n/messages-provider.tsx';
import { loadMessages } from '../platform/i18n/messages.ts';
import { readerLocale, readerTextSize } from '../platform/i18n/reader-locale.ts';
import { ThemeProvider } from '../platform/theme/theme-provider.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { common, shell } = await loadMessages(await readerLocale());
  return {
    title: { default: common.product, template: `%s · ${common.product}` },
    description: shell.description,
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#ffffff' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, textSize] = await Promise.all([readerLocale(), readerTextSize()]);
  return (
    <html lang={locale} data-text-size={textSize} data-mantine-color-scheme="light">
      <body>
        <MessagesProvider locale={locale} messages={await loadMessages(locale)}>
          <ThemeProvider>{children}</ThemeProvider>
        </MessagesProvider>
      </body>
    </html>
  );
}
