'use client';
import { useTranslations } from 'next-intl';
import type { UpdateRoleMutation } from '../../../generated/graphql.ts';
import type { Failure } from '../../../platform/graphql/failure.ts';
import { useRefusals } from '../use-refusals.ts';
import { usePermissionName } from './use-permission-name.ts';

type Answer = UpdateRoleMutation['updateRole'];

/** Why a role was not saved, in a sentence; null when it was. */
export function useRoleRefusal(): (answer: Answer | Failure) => string | null {
  const t = useTranslations('settings.rolesScreen.refusals');
  const refusals = useRefusals();
  const permissionName = usePermissionName();
  return (answer) => {
    if (!('__typename' in answer)) return refusals.ofFailure(answer);
    switch (answer.__typename) {
      case 'Role':
        return null;
      case 'CannotGrant':
        return t('CannotGrant', { permissions: answer.permissions.map(permissionName).join(', ') });
      case 'NotFound':
        return refusals.ofRefusal('NotFound');
      default:
        return t(answer.__typename);
    }
  };
}
