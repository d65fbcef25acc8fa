'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageFrame } from '../../components/page-frame.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { REPORTS } from './areas.ts';
import classes from './reports.module.css';

/** Heading and links of the reports; those who may read none are told so. */
export function ReportsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell.pages');
  const reports = useTranslations('reports');
  const allowed = useMay()('report:read');
  const href = useWorkspaceHref();
  const segment = usePathname().split('/')[4] ?? '';
  return (
    <PageFrame title={t('reports')} wide>
      {allowed ? (
        <>
          <nav aria-label={t('reports')} className={classes.areas}>
            {REPORTS.map((each) => (
              <Link
                key={each.segment}
                href={href('reports', each.segment)}
                className={classes.area}
                aria-current={each.segment === segment ? 'page' : undefined}
              >
                {t(each.name)}
              </Link>
            ))}
          </nav>
          {children}
        </>
      ) : (
        <EmptyState title={reports('noAccess')}>{reports('noAccessText')}</EmptyState>
      )}
    </PageFrame>
  );
}
