/** Nobody hands out more than they hold (the API refuses it): keys of the roles that ask for nothing beyond `held`. */
export function grantableRoles(
  roles: readonly { key: string; permissions: readonly string[] }[],
  held: readonly string[],
): string[] {
  return roles
    .filter(({ permissions }) => permissions.every((permission) => held.includes(permission)))
    .map(({ key }) => key);
}
