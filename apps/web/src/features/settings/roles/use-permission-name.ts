'use client';
import { useTranslations } from 'next-intl';
import { PERMISSION_GROUPS } from './permission-groups.ts';

const WORDED = Object.values(PERMISSION_GROUPS).flat();

/** What a permission allows, in plain words; the code of one that is newer than this screen. */
export function usePermissionName(): (permission: string) => string {
  const t = useTranslations('settings.rolesScreen.permissions');
  return (permission) => {
    const worded = WORDED.find((each) => each === permission);
    return worded === undefined ? permission : t(worded);
  };
}
