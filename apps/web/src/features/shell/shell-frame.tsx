'use client';
import { useTranslations } from 'next-intl';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { useShortcuts } from '../../platform/keyboard/shortcuts-provider.tsx';
import { useLiveState } from '../../platform/live/live-provider.tsx';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { DueAlarms } from '../inbox/index.ts';
import { DESTINATIONS } from './destinations.ts';
import { LiveBanner } from './live-banner.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';

// Fetched when first opened: neither is needed to draw a page.
const KeySheet = lazyPart(() => import('./key-sheet.tsx').then(({ KeySheet: sheet }) => sheet));
const Palette = lazyPart(() => import('./palette.tsx').then(({ Palette: palette }) => palette));

/** Puts the keyboard into the page's search field. False when the page has none. */
function focusPageSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-page-search]');
  field?.focus();
  field?.select();
  return field !== null;
}

export function ShellFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const pathname = usePathname();
  const may = useMay();
  const href = useWorkspaceHref();
  const main = useRef<HTMLElement>(null);
  const { status } = useLiveState();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);

  useShortcuts([
    ...DESTINATIONS.filter(({ needs }) => may(needs)).map((destination) => ({
      keys: destination.keys,
      label: t('goTo', { page: t(`pages.${destination.name}`) }),
      group: t('keysNavigation'),
      palette: 'navigate' as const,
      run: () => router.push(href(...destination.segments)),
    })),
    ...(may('import:run')
      ? [
          {
            keys: 'g f',
            label: t('goTo', { page: t('pages.imports') }),
            group: t('keysNavigation'),
            palette: 'navigate' as const,
            run: () => router.push(href('imports')),
          },
        ]
      : []),
    { keys: '/', label: t('search'), group: t('keysNavigation'), run: () => focusPageSearch() || setOpen('palette') },
    {
      keys: 'mod+k',
      label: t('palette'),
      group: t('keysNavigation'),
      run: () => setOpen('palette'),
      whileTyping: true,
    },
    { keys: '?', label: t('keySheet'), group: t('keysNavigation'), run: () => setOpen('keys'), palette: 'general' },
  ]);

  return (
    <div className={classes.shell} data-live={status}>
      <a
        href="#main"
        className={classes.skip}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      <Navigation pathname={pathname} onPalette={() => setOpen('palette')} onKeySheet={() => setOpen('keys')} />
      <div className={classes.column}>
        <LiveBanner />
        <DueAlarms />
        <main ref={main} id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeySheet onClose={() => setOpen(null)} />}
    </div>
  );
}
