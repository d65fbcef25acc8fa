'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { ChevronDownIcon } from '../../components/icons.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { AREAS, groupAreas } from './areas.ts';
import classes from './settings-frame.module.css';

/** Heading and area links of the settings; an area that one may not read says so instead of failing. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell.pages');
  const settings = useTranslations('settings');
  const may = useMay();
  const href = useWorkspaceHref();
  const segment = usePathname().split('/')[4] ?? '';
  const [opened, setOpened] = useState(false);
  const area = AREAS.find((each) => each.segment === segment);
  const allowed = area === undefined || may(area.needs);
  return (
    <PageFrame title={t('settings')} wide>
      <div className={classes.frame}>
        <div className={classes.side}>
          {/* A narrow window shows the list of areas only when asked. */}
          <button
            type="button"
            className={classes.opener}
            aria-expanded={opened}
            aria-controls="settings-areas"
            onClick={() => setOpened(!opened)}
          >
            <span className="visually-hidden">{settings('menu')}</span>
            <span>{area ? t(area.name) : settings('menu')}</span>
            <ChevronDownIcon />
          </button>
          <nav
            id="settings-areas"
            aria-label={t('settings')}
            className={classes.areas}
            data-opened={opened || undefined}
          >
            {groupAreas(({ needs }) => may(needs)).map(([group, areas]) => (
              <div key={group} className={classes.group}>
                <p id={`settings-${group}`} className={classes.heading}>
                  {settings(`groups.${group}`)}
                </p>
                <ul aria-labelledby={`settings-${group}`}>
                  {areas.map((each) => (
                    <li key={each.name}>
                      <Link
                        href={href(...(each.path ?? ['settings', each.segment]))}
                        className={classes.area}
                        aria-current={each === area ? 'page' : undefined}
                        onClick={() => setOpened(false)}
                      >
                        {t(each.name)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
        </div>
        <div className={classes.content}>
          {allowed ? children : <EmptyState title={settings('noAccess')}>{settings('noAccessText')}</EmptyState>}
        </div>
      </div>
    </PageFrame>
  );
}
