import { hasMovedIn, movingInSteps, type MovingInFacts, type MovingInStepKey } from '@dangol/crm';
import { wholeWorkspace, type TenantContext, type TenantDatabase } from '@dangol/db';
import type { SetupMarks } from '../settings/setup-marks.ts';
import { MovingIn } from './moving-in.model.ts';

interface Row extends Omit<MovingInFacts, 'confirmed' | 'skipped'> {
  setup: SetupMarks;
  isDemo: boolean;
}

const keysOf = (marks: SetupMarks['confirmed']): MovingInStepKey[] => Object.keys(marks ?? {}) as MovingInStepKey[];

/** The checklist as the data says. The facts are the workspace's, also for who sees only own records: none of their rows is told. */
export async function queryMovingIn(database: TenantDatabase, caller: TenantContext, now: Date): Promise<MovingIn> {
  const ctx = wholeWorkspace(caller);
  const [row] = await database.query<Row>(
    ctx,
    `select w.setup,
       exists (select from channels c where c.workspace_id = w.id and c.kind = 'demo') as "isDemo",
       exists (select from channels c where c.workspace_id = w.id and c.kind <> 'demo') as "hasChannel",
       exists (select from channels c where c.workspace_id = w.id and c.kind <> 'demo' and (c.kind = 'file'
         or exists (select from conversations o where o.workspace_id = w.id and o.channel_id = c.id))) as "channelDelivers",
       (select count(*)::int from (select from knowledge_entries k where k.workspace_id = w.id limit 1) k) as "knowledgeEntries",
       (select count(*)::int from (select from products p where p.workspace_id = w.id limit 1) p) as products,
       (select count(*)::int from imports i where i.workspace_id = w.id and i.status = 'done') as "importsDone",
       (select count(*)::int from imports i where i.workspace_id = w.id
          and i.status in ('reading', 'mapping', 'checking', 'checked', 'running')) as "importsUnderWay",
       (select count(*)::int from members m where m.workspace_id = w.id and m.status = 'active') as members,
       (select count(*)::int from invitations v where v.workspace_id = w.id and v.accepted_at is null and v.revoked_at is null
          and v.expires_at > $2) as invitations,
       exists (select from inquiries q where q.workspace_id = w.id and q.first_response_member_id is not null) as "repliesAccepted"
     from workspaces w where w.id = $1`,
    [ctx.workspaceId, now],
    { name: 'moving-in' },
  );
  if (!row) throw new Error(`There is no workspace ${ctx.workspaceId}`);
  const { setup, isDemo, ...facts } = row;
  const steps = movingInSteps({ ...facts, confirmed: keysOf(setup.confirmed), skipped: keysOf(setup.skipped) });
  const finished = hasMovedIn(steps);
  const hidden = setup.hidden != null;
  return Object.assign(new MovingIn(), { shown: !isDemo && !finished && !hidden, finished, hidden, steps });
}
