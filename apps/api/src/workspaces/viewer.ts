import type { RequestContext } from '../platform/context/request-context.ts';
import type { Viewer } from './viewer.model.ts';

/** Who asks, as the client sees it; null for strangers and for API keys. */
export function viewerOf(ctx: RequestContext): Viewer | null {
  if (!ctx.account) return null;
  const held = ctx.memberships.find(({ workspaceId }) => workspaceId === ctx.workspaceId) ?? null;
  return { account: { ...ctx.account }, memberships: ctx.memberships, held };
}
