import type { TenantDatabase } from '@dangol/db';
import type { Membership } from '../platform/context/request-context.ts';
import type { CurrentMembership } from './viewer.model.ts';

type WorkspaceSettings = Pick<CurrentMembership, 'timeZone' | 'baseCurrency' | 'undoSendSeconds' | 'isDemo'>;

const WORKSPACE_SETTINGS = `
  select w.time_zone as "timeZone", w.base_currency as "baseCurrency", w.undo_send_seconds as "undoSendSeconds",
    exists (select from channels c where c.workspace_id = w.id and c.kind = 'demo') as "isDemo"
  from workspaces w where w.id = $1`;

/** The membership with the settings of its workspace. */
export async function queryCurrentMembership(
  database: TenantDatabase,
  membership: Membership,
): Promise<CurrentMembership | null> {
  const { workspaceId, memberId } = membership;
  const ctx = { workspaceId, actor: { kind: 'member' as const, id: memberId } };
  const [settings] = await database.query<WorkspaceSettings>(ctx, WORKSPACE_SETTINGS, [workspaceId], {
    name: 'workspace-settings',
  });
  return settings ? { ...membership, ...settings } : null;
}
