import type { MovingInQuery } from '../../generated/graphql.ts';
import type { Permission } from '../../platform/viewer/viewer-provider.tsx';

export type MovingInStep = MovingInQuery['movingIn']['steps'][number];
export type MovingInStepKey = MovingInStep['key'];

interface StepPlace {
  /** Where the step is done, below the workspace. */
  readonly segments: readonly string[];
  /** Who may do it; others see how it stands. */
  readonly needs: Permission;
}

/** Where each step is done. */
export const STEP_PLACES: Readonly<Record<MovingInStepKey, StepPlace>> = {
  LANGUAGE: { segments: ['settings', 'workspace'], needs: 'workspace:manage' },
  CURRENCY: { segments: ['settings', 'workspace'], needs: 'workspace:manage' },
  HOURS: { segments: ['settings', 'hours'], needs: 'workspace:manage' },
  CHANNEL: { segments: ['settings', 'channels'], needs: 'channel:manage' },
  KNOWLEDGE: { segments: ['knowledge'], needs: 'knowledge:write' },
  PRODUCTS: { segments: ['products'], needs: 'product:write' },
  IMPORT: { segments: ['imports'], needs: 'import:run' },
  INVITE: { segments: ['settings', 'members'], needs: 'member:manage' },
  FIRST_REPLY: { segments: ['inbox'], needs: 'inbox:reply' },
};

/** Settings that may be right from the first day: to look and say so is all there is to do. */
export const CONFIRMABLE: readonly MovingInStepKey[] = ['LANGUAGE', 'CURRENCY', 'HOURS'];

/** How far the list is: what is settled (done or left out), and how long the rest takes. */
export function progressOf(steps: readonly MovingInStep[]): { settled: number; minutesLeft: number } {
  const open = steps.filter(({ state }) => state === 'OPEN');
  return { settled: steps.length - open.length, minutesLeft: open.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** Events after which a step may stand differently. */
export function concernsMovingIn({ verb }: { verb: string }): boolean {
  return /^(workspace|business_hours|channel|knowledge|product|import|member|invitation|inquiry|reply|message|conversation)\b/.test(
    verb,
  );
}
