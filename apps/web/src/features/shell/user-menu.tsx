'use client';
import { useTranslations } from 'next-intl';
import { ChevronDownIcon, KeyboardIcon, SettingsIcon, SignOutIcon } from '../../components/icons.tsx';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '../../components/menu.tsx';
import type { Failure } from '../../platform/graphql/failure.ts';
import { LOCALES, TEXT_SIZES } from '../../platform/i18n/locales.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { usePreferences } from '../../platform/viewer/use-preferences.ts';
import { useViewer, useWorkspace, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import classes from './shell.module.css';
import { useSignOut } from '../../platform/viewer/use-sign-out.ts';

/** Each language in its own words, so that it is found by someone who reads only that one. */
const LANGUAGE_NAMES = { ko: '한국어', en: 'English' } as const;

export function UserMenu({ onKeySheet }: { onKeySheet: () => void }) {
  const t = useTranslations('shell');
  const failures = useTranslations('failure');
  const { account } = useViewer();
  const { memberName, role } = useWorkspace();
  const href = useWorkspaceHref();
  const { show } = useToasts();
  const tell = (failure: Failure) => show({ message: failures(failure.kind), tone: 'bad' });
  const preferences = usePreferences(tell);
  const { signOut, signOutEverywhere } = useSignOut(tell);
  const roles = useTranslations('settings.roles');
  const roleName = roles.has(role as 'owner') ? roles(role as 'owner') : role;
  return (
    <Menu
      label={t('userMenu')}
      side="top"
      width="17rem"
      trigger={(props) => (
        <button type="button" className={classes.user} {...props}>
          <span className={classes.avatar} aria-hidden>
            {[...memberName][0]}
          </span>
          <span className={classes.userText}>
            <span className={classes.userName}>{memberName}</span>
            <span className={classes.userRole}>{roleName}</span>
          </span>
          <span className="visually-hidden">{t('userMenu')}</span>
          <ChevronDownIcon className={classes.chevron} />
        </button>
      )}
    >
      <MenuLabel>{account.email}</MenuLabel>
      <MenuDivider />
      <MenuLabel>{t('language')}</MenuLabel>
      {LOCALES.map((locale) => (
        <MenuItem
          key={locale}
          lang={locale}
          checked={preferences.language === locale}
          onClick={() => preferences.setLanguage(locale)}
        >
          {LANGUAGE_NAMES[locale]}
        </MenuItem>
      ))}
      <MenuLabel>{t('textSize')}</MenuLabel>
      {TEXT_SIZES.map((size) => (
        <MenuItem key={size} checked={preferences.textSize === size} onClick={() => preferences.setTextSize(size)}>
          {t(`textSizes.${size}`)}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem href={href('settings', 'preferences')} icon={<SettingsIcon />}>
        {t('preferences')}
      </MenuItem>
      <MenuItem icon={<KeyboardIcon />} onClick={onKeySheet}>
        {t('keySheet')}
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<SignOutIcon />} onClick={() => void signOut()}>
        {t('signOut')}
      </MenuItem>
      <MenuItem icon={<SignOutIcon />} onClick={() => void signOutEverywhere()}>
        {t('signOutEverywhere')}
      </MenuItem>
    </Menu>
  );
}
