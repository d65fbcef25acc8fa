'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageFrame } from '../../components/page-frame.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { AREAS } from './areas.ts';
import classes from './settings.module.css';

/** Heading and area links of the settings; an area that one may not read says so instead of failing. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell.pages');
  const settings = useTranslations('settings');
  const may = useMay();
  const href = useWorkspaceHref();
  const segment = usePathname().split('/')[4] ?? '';
  const area = AREAS.find((each) => each.segment === segment);
  const allowed = area === undefined || may(area.needs);
  return (
    <PageFrame title={t('settings')}>
      <nav aria-label={t('settings')} className={classes.areas}>
        {AREAS.filter(({ needs }) => may(needs)).map((each) => (
          <Link
            key={each.name}
            href={href('settings', each.segment)}
            className={classes.area}
            aria-current={each === area ? 'page' : undefined}
          >
            {t(each.name)}
          </Link>
        ))}
      </nav>
      {allowed ? children : <EmptyState title={settings('noAccess')}>{settings('noAccessText')}</EmptyState>}
    </PageFrame>
  );
}
