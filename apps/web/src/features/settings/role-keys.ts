/** Roles of every workspace, from the most to the least trusted. */
export const ROLE_KEYS = ['owner', 'manager', 'senior_rep', 'rep', 'ops', 'finance', 'viewer'] as const;
