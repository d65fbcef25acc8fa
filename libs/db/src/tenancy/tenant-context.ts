/** Who does something: a member, an API key, the assistant, a channel, or the system itself (then without an id). */
export interface Actor {
  kind: 'member' | 'api_key' | 'assistant' | 'channel' | 'system';
  id: string | null;
}

/** The workspace that every statement is bound to, and the actor that its events are attributed to. */
export interface TenantContext {
  readonly workspaceId: string;
  readonly actor: Actor;
  /** Only buyers that this member owns, and what belongs to them, exist for the statements; null or absent: the whole workspace. */
  readonly ownRecordsOf?: string | null;
}

/** The database role under whose policies only a member's own records exist. It has no right that dangol_app lacks. */
export const OWN_RECORDS_ROLE = 'dangol_own_records';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** How a transaction begins. */
export type TransactionMode = 'read write' | 'read only' | 'isolation level repeatable read, read only';

/** The statement that opens a transaction bound to the context's workspace and scope, in one message; throws unless the ids are UUIDs. */
export function bindingStatement(ctx: TenantContext, mode: TransactionMode): string {
  // Ids are spliced into the text because the simple protocol, which takes two statements at once, has no parameters.
  const workspace = `set_config('app.workspace_id', '${uuid(ctx.workspaceId)}', true)`;
  if (typeof ctx.ownRecordsOf !== 'string') return `begin ${mode}; select ${workspace}`;
  const own = `set_config('role', '${OWN_RECORDS_ROLE}', true), set_config('app.own_member', '${uuid(ctx.ownRecordsOf)}', true)`;
  return `begin ${mode}; select ${workspace}, ${own}`;
}

/** What the statements of the context may see, as text: equal for two contexts exactly when the same rows exist for both. */
export function scopeOf(ctx: TenantContext): string {
  return `${ctx.workspaceId} ${ctx.ownRecordsOf ?? ''}`;
}

/**
 * The same caller over the whole workspace, although the role shows only own records. Right where a rule of the house has
 * to know or do what the caller may not look at: to hand an own buyer to somebody else, to find that a new buyer is a
 * duplicate, to number a version. Never for what is answered: rows read with it must not reach the caller. It needs a unit
 * of work of its own, because a unit has one scope.
 */
export function wholeWorkspace<Context extends TenantContext>(ctx: Context): Context {
  return { ...ctx, ownRecordsOf: null };
}

function uuid(id: string): string {
  if (!UUID.test(id)) throw new TypeError('A tenant context needs the UUIDs of a workspace and, if any, of a member');
  return id;
}
