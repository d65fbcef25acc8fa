import type { MovingInStepKey } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** What people said about moving in, as `workspaces.setup` keeps it; everything else about it is read from data. */
export interface SetupMarks {
  readonly confirmed?: Readonly<Partial<Record<MovingInStepKey, SetupMark>>>;
  readonly skipped?: Readonly<Partial<Record<MovingInStepKey, SetupMark>>>;
  /** The checklist was put away by hand. */
  readonly hidden?: SetupMark | null;
}

/** Who said so, and when. */
export interface SetupMark {
  readonly at: string;
  readonly by: string | null;
}

/** Sets marks beside those that are there; null takes one away. Belongs into the caller's unit. */
export async function markSetup(
  database: TenantDatabase,
  ctx: TenantContext,
  kind: 'confirmed' | 'skipped',
  marks: Readonly<Partial<Record<MovingInStepKey, SetupMark | null>>>,
): Promise<void> {
  await database.query(
    ctx,
    `update workspaces set setup = setup || jsonb_build_object($2::text,
       jsonb_strip_nulls(coalesce(setup -> $2::text, '{}') || $3::jsonb)) where id = $1`,
    [ctx.workspaceId, kind, JSON.stringify(marks)],
  );
}

/** Marks steps as confirmed by whoever acts. Belongs into the caller's unit. */
export function confirmSteps(
  database: TenantDatabase,
  ctx: TenantContext,
  steps: readonly MovingInStepKey[],
  now: Date,
): Promise<void> {
  const mark: SetupMark = { at: now.toISOString(), by: ctx.actor.kind === 'member' ? ctx.actor.id : null };
  return markSetup(database, ctx, 'confirmed', Object.fromEntries(steps.map((step) => [step, mark])));
}
