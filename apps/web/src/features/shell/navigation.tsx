'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { SearchIcon } from '../../components/icons.tsx';
import { ShellCountsDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { DESTINATIONS, destinationOf } from './destinations.ts';
import { Keys } from './keys.tsx';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.tsx';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

const COUNT_CAP = 1_000;

/** The left column; below 900 px the bar at the top. */
export function Navigation({
  pathname,
  onPalette,
  onKeySheet,
}: {
  pathname: string;
  onPalette: () => void;
  onKeySheet: () => void;
}) {
  const t = useTranslations('shell');
  const may = useMay();
  const href = useWorkspaceHref();
  const { data } = useScreenQuery(
    ShellCountsDocument,
    {},
    { pause: !may('inbox:read'), refreshOn: ({ conversationId }) => conversationId !== null },
  );
  const waiting = data?.inboxCounts.waiting ?? 0;
  const active = destinationOf(pathname);
  return (
    <header className={classes.nav}>
      <WorkspaceSwitcher />
      <button type="button" className={classes.paletteButton} onClick={onPalette}>
        <SearchIcon />
        <span className={classes.navLabel}>{t('palette')}</span>
        <span className={classes.wideOnly}>
          <Keys keys="mod+k" />
        </span>
      </button>
      <nav aria-label={t('navigation')} className={classes.links}>
        {DESTINATIONS.filter(({ needs }) => may(needs)).map(({ name, segments, icon: Icon }) => (
          <Link
            key={name}
            href={href(...segments)}
            className={classes.link}
            aria-current={active === name ? 'page' : undefined}
          >
            <Icon />
            <span className={classes.navLabel}>{t(`pages.${name}`)}</span>
            {name === 'inbox' && waiting > 0 && (
              <span className={classes.count}>
                <span aria-hidden>{waiting >= COUNT_CAP ? '999+' : waiting}</span>
                <span className="visually-hidden">{t('waiting', { count: waiting })}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      <UserMenu onKeySheet={onKeySheet} />
    </header>
  );
}
