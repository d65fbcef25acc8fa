/** Roles of every workspace, from the most to the least trusted. */
export const ROLE_KEYS = ['owner', 'manager', 'senior_rep', 'rep', 'ops', 'finance', 'viewer'] as const;

/** Roles from the most to the least trusted; those that a workspace made itself follow by name. */
export function byTrust(left: string, right: string): number {
  const rank = (key: string) => {
    const at = ROLE_KEYS.findIndex((role) => role === key);
    return at === -1 ? ROLE_KEYS.length : at;
  };
  return rank(left) - rank(right) || left.localeCompare(right);
}
