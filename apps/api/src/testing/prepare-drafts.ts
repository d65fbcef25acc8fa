import type { TenantContext } from '@dangol/db';
import { PrepareDraftJob } from '../assistant/prepare-draft.job.ts';
import type { WiredFeatures } from './wired-features.ts';

/** Reads every message of the workspace that waits for the assistant, as the worker would. */
export async function prepareDrafts(wired: WiredFeatures, { workspaceId }: TenantContext): Promise<void> {
  for (const { workspaceId: of, messageId } of await wired.waitingJobs('prepare-draft'))
    if (of === workspaceId) await wired.get(PrepareDraftJob).run({ workspaceId, messageId: String(messageId) });
}
