/** Who does something: a member, an API key, the assistant, a channel, or the system itself (then without an id). */
export interface Actor {
  kind: 'member' | 'api_key' | 'assistant' | 'channel' | 'system';
  id: string | null;
}

/** The workspace that every statement is bound to, and the actor that its events are attributed to. */
export interface TenantContext {
  readonly workspaceId: string;
  readonly actor: Actor;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The statement that opens a transaction bound to a workspace, in one message; throws unless the id is a UUID. */
export function bindingStatement(workspaceId: string, mode: 'read write' | 'read only'): string {
  // The id is spliced into the text because the simple protocol, which takes two statements at once, has no parameters.
  if (!UUID.test(workspaceId)) throw new TypeError('A tenant context needs the UUID of a workspace');
  return `begin ${mode}; select set_config('app.workspace_id', '${workspaceId}', true)`;
}
