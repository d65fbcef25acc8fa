'use client';
import { useTranslations } from 'next-intl';
import { BrandMark } from '../../components/brand-mark.tsx';
import { ChevronDownIcon } from '../../components/icons.tsx';
import { Menu, MenuItem, MenuLabel } from '../../components/menu.tsx';
import { useViewer, useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import classes from './shell.module.css';

/** Name of the workspace; a menu when the account has several. Another workspace opens as a whole page: no state crosses over. */
export function WorkspaceSwitcher() {
  const t = useTranslations('shell');
  const { memberships } = useViewer();
  const workspace = useWorkspace();
  const name = (
    <>
      <BrandMark name={false} />
      <span className={classes.workspaceText}>
        <span className={classes.workspaceName}>{workspace.workspaceName}</span>
        {workspace.isDemo && <span className={classes.demo}>{t('demo')}</span>}
      </span>
    </>
  );
  if (memberships.length < 2) return <div className={classes.workspace}>{name}</div>;
  return (
    <Menu
      label={t('workspaces')}
      width="16rem"
      trigger={(props) => (
        <button type="button" className={classes.workspace} {...props}>
          {name}
          <span className="visually-hidden">{t('switchWorkspace')}</span>
          <ChevronDownIcon className={classes.chevron} />
        </button>
      )}
    >
      <MenuLabel>{t('workspaces')}</MenuLabel>
      {memberships.map((membership) => (
        <MenuItem
          key={membership.workspaceId}
          href={`/w/${encodeURIComponent(membership.slug)}`}
          external
          checked={membership.slug === workspace.slug}
        >
          {membership.workspaceName}
        </MenuItem>
      ))}
    </Menu>
  );
}
