import { newId, type Refused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { Readable } from 'node:stream';
import pg from 'pg';
import { KeepAttachmentUseCase } from '../../attachments/index.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { armChannel, deliver, deliverAndApply, deliveryBody } from '../../testing/inbound-deliveries.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { RecordConsentUseCase } from '../consents/record-consent.use-case.ts';
import { ConsentPurpose } from '../consents/consent.model.ts';
import { MergeBuyersUseCase } from '../merge/merge-buyers.use-case.ts';
import { UndoMergeUseCase } from '../merge/undo-merge.use-case.ts';
import { WriteNoteUseCase } from '../notes/write-note.use-case.ts';
import { CreateBuyerUseCase } from '../record/create-buyer.use-case.ts';
import { SaveContactUseCase } from '../record/save-contact.use-case.ts';
import { UpdateBuyerUseCase } from '../record/update-buyer.use-case.ts';
import { SupportKind } from '../support/support.model.ts';
import { LogSupportUseCase } from '../support/log-support.use-case.ts';
import { PersonalDataUseCase } from './personal-data.use-case.ts';

/** Stands in every text about the buyer; what may not be found afterwards. */
const MARKER = 'zzmarker';

let wired: WiredFeatures;
let admin: pg.Client;
let a: SeededWorkspace;
let b: SeededWorkspace;
let ctx: RequestContext;

beforeAll(async () => {
  wired = await wireFeatures('2026-03-02T09:00:00Z');
  ({ a, b } = await seedTwoWorkspaces(wired.db));
  ctx = memberContext(a);
  for (const workspace of [a, b]) await armChannel(wired, workspace);
  admin = new pg.Client(wired.db.url);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await wired.close();
});

const message = (externalId: string) =>
  deliveryBody({
    externalId,
    conversation: { externalId: `thread-${MARKER}`, subject: `Subject ${MARKER}` },
    sender: {
      externalId: `sender-${MARKER}`,
      name: `Jane ${MARKER}`,
      company: `Company ${MARKER}`,
      email: `jane@${MARKER}.example`,
    },
    text: `My name is ${MARKER}`,
    attachments: [{ name: `${MARKER}.txt`, contentType: 'text/plain', base64: Buffer.from(MARKER).toString('base64') }],
  });

/** Tables of the whole database in which the marker stands, of one workspace. */
async function tablesWithMarker(workspaceId: string): Promise<string[]> {
  const tables = await admin.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id')`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const hit = await admin.query(
      `select from ${name} t where t.workspace_id = $1 and (t::text like $2 or t::text like $3) limit 1`,
      [workspaceId, `%${MARKER}%`, `%${Buffer.from(MARKER).toString('hex')}%`],
    );
    if (hit.rowCount) found.push(name);
  }
  return found.toSorted();
}

async function writeEverywhere(workspace: SeededWorkspace, by: RequestContext): Promise<string> {
  await deliverAndApply(wired, workspace, message('m-1'));
  await deliver(wired, workspace, message('m-late')); // arrived, not yet applied
  const { rows } = await admin.query<{ id: string }>(
    `select buyer_id as id from buyer_identities where workspace_id = $1 and external_id = $2`,
    [workspace.workspaceId, `sender-${MARKER}`],
  );
  const buyerId = rows[0]!.id;
  await wired.get(UpdateBuyerUseCase).execute(by, {
    id: buyerId,
    changes: {
      address: `Street ${MARKER}`,
      webSite: `https://${MARKER}.example`,
      links: [{ label: MARKER, url: 'https://x.example' }],
    },
    seen: {},
  });
  await wired.get(SaveContactUseCase).keep(by, { id: newId(), buyerId, name: `Second ${MARKER}` });
  await wired.get(WriteNoteUseCase).write(by, { id: newId(), buyerId, text: `Note ${MARKER}`, private: true });
  await wired.get(KeepAttachmentUseCase).keep(by, {
    id: newId(),
    owner: { kind: 'buyers', id: buyerId },
    name: `${MARKER}.txt`,
    content: Readable.from([Buffer.from(MARKER)]),
  });
  await wired
    .get(RecordConsentUseCase)
    .execute(by, { id: newId(), buyerId, purpose: ConsentPurpose.MARKETING, granted: true, source: MARKER });
  await wired.get(LogSupportUseCase).log(by, { id: newId(), buyerId, kind: SupportKind.GUIDE, what: MARKER });
  const other = newId();
  await wired.get(CreateBuyerUseCase).execute(by, { id: other, name: `Merged ${MARKER}` });
  await wired
    .get(MergeBuyersUseCase)
    .execute(by, { id: newId(), keptId: buyerId, mergedId: other, fieldsFromMerged: [] });
  const of = [workspace.workspaceId, buyerId, MARKER];
  await admin.query(
    `update buyers set custom = jsonb_build_object(gen_random_uuid(), $3::text) where workspace_id = $1 and id = $2`,
    of,
  );
  await admin.query(
    `insert into grade_overrides (workspace_id, id, buyer_id, grade, computed_grade, reason, review_on, set_at) values ($1, gen_random_uuid(), $2, 'A', 'C', $3, '2026-06-01', now())`,
    of,
  );
  await admin.query(
    `update sample_requests set buyer_id = $2, purpose = $3, success_test = $3, result = $3, drop_reason = $3, override_reason = $3,
       items = jsonb_build_array(jsonb_build_object('description', $3::text, 'quantity', 1, 'amountMinor', '1')) where workspace_id = $1`,
    of,
  );
  await admin.query(
    `insert into drafts (workspace_id, id, conversation_id, message_id, status, text, triage, gate, engine, engine_version, created_at)
     select $1, gen_random_uuid(), m.conversation_id, m.id, 'ready', $3, jsonb_build_object('x', $3::text), '{}', 'e', '1', now()
     from messages m join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id where c.workspace_id = $1 and c.buyer_id = $2`,
    of,
  );
  await admin.query(
    `insert into reply_drafts (workspace_id, id, conversation_id, member_id, text, updated_at)
     select $1, gen_random_uuid(), c.id, $4, $3, now() from conversations c where c.workspace_id = $1 and c.buyer_id = $2`,
    [...of, workspace.ownerId],
  );
  await admin.query(
    `insert into announcement_recipients (workspace_id, id, announcement_id, buyer_id, text, state) values ($1, gen_random_uuid(), $4, $2, $3, 'ready')`,
    [...of, workspace.announcementId],
  );
  await admin.query(
    `insert into import_changes (workspace_id, id, import_id, table_name, row_id, before)
     select $1::uuid, gen_random_uuid(), $4::uuid, 'buyer_contacts', id, jsonb_build_object('name', $3::text) from buyer_contacts where workspace_id = $1 and buyer_id = $2
     union all select $1, gen_random_uuid(), $4, 'buyers', $2::uuid, jsonb_build_object('name', $3::text)`,
    [...of, workspace.importId],
  );
  await admin.query(
    `update imports set preview = jsonb_build_object('newBuyers', 1, 'examples', jsonb_build_array(
       jsonb_build_object('rowNumber', 2, 'value', 'jane@' || $3::text || '.example', 'buyerId', $2::uuid, 'by', 'email'),
       jsonb_build_object('rowNumber', 3, 'value', 'else@other.example', 'buyerId', gen_random_uuid(), 'by', 'email')))
     where workspace_id = $1 and id = $4`,
    [...of, workspace.importId],
  );
  await admin.query(
    `insert into import_rows (workspace_id, id, import_id, row_number, cells, problems, state)
     select $1::uuid, gen_random_uuid(), $4::uuid, 900 + n, jsonb_build_array('X', cell), '[{"code": "WRONG", "value": "12"}]', 'bad'
     from unnest(array['Jane@' || $3::text || '.example', 'else@other.example']) with ordinality c(cell, n) where $2::uuid is not null`,
    [...of, workspace.importId],
  );
  return buyerId;
}

test('an export holds everything and is recorded; an erasure leaves nothing of it, in this workspace only', async () => {
  const buyerId = await writeEverywhere(a, ctx);
  await writeEverywhere(b, memberContext(b));
  const everywhere = await tablesWithMarker(b.workspaceId);
  expect(everywhere.length).toBeGreaterThan(15);
  expect(await tablesWithMarker(a.workspaceId)).toEqual(everywhere);
  expect(everywhere).not.toContain('events');

  const data = await wired.get(PersonalDataUseCase).export(ctx, buyerId);
  const held = JSON.parse((data as { json: string }).json) as Record<string, unknown>;
  for (const part of [
    'buyer',
    'contacts',
    'identities',
    'notes',
    'files',
    'messageFiles',
    'announcements',
    'consents',
    'messages',
    'drafts',
    'samples',
    'support',
    'replyDrafts',
    'merges',
  ])
    expect(JSON.stringify(held[part])).toContain(MARKER);

  const erase = wired.get(PersonalDataUseCase);
  const files = await admin.query<{ id: string }>(
    `select f.id from attachments f left join conversations c on c.id = f.conversation_id where coalesce(f.buyer_id, c.buyer_id) = $1`,
    [buyerId],
  );
  expect(files.rows.length).toBeGreaterThanOrEqual(2);
  const { rows } = await admin.query<{ name: string }>(`select name from buyers where id = $1`, [buyerId]);
  const confirmName = rows[0]!.name;
  const wrong = (await erase.erase(ctx, { buyerId, confirmName: 'Somebody' })) as Refused<{
    code: string;
    field: string;
  }>;
  expect(wrong.refusal).toMatchObject({ code: 'INVALID_FIELD', field: 'confirmName' });
  const theirs = (await erase.erase(memberContext(b), { buyerId, confirmName })) as Refused<{ code: string }>;
  expect(theirs.refusal.code).toBe('NOT_FOUND');
  expect(await tablesWithMarker(a.workspaceId)).toEqual(everywhere);

  // Also by one who sees only own buyers: what came in for them is nobody's own, and must go all the same.
  await admin.query(`update buyers set owner_id = $1 where id = $2`, [a.ownerId, buyerId]);
  const scoped = (ownRecordsOf: string) => ({ ...ctx, ownRecordsOnly: true, ownRecordsOf });
  const notTheirs = (await erase.erase(scoped(a.viewerId), { buyerId, confirmName })) as Refused<{ code: string }>;
  expect(notTheirs.refusal.code).toBe('NOT_FOUND');
  expect(await erase.erase(scoped(a.ownerId), { buyerId, confirmName })).toMatchObject({
    buyerId,
    rows: expect.any(Number) as number,
  });
  expect(await tablesWithMarker(a.workspaceId)).toEqual([]);
  expect(await tablesWithMarker(b.workspaceId)).toEqual(everywhere);
  const removals = await wired.waitingJobs('attachment-remove-content');
  expect(removals.map(({ workspaceId, id }) => `${String(workspaceId)} ${String(id)}`).sort()).toEqual(
    files.rows.map(({ id }) => `${a.workspaceId} ${id}`).sort(),
  );
  expect(await erase.erase(ctx, { buyerId, confirmName })).toEqual({ buyerId, rows: 0 });
  const ofImport = await admin.query(
    `select jsonb_array_length(i.preview -> 'examples') as examples, jsonb_agg(r.cells order by r.row_number) as cells
     from imports i join import_rows r on r.import_id = i.id and r.row_number > 900 where i.id = $1 group by i.id, i.preview`,
    [a.importId],
  );
  expect(ofImport.rows).toEqual([{ examples: 1, cells: [[], ['X', 'else@other.example']] }]);
  // Nobody waits in the queue for an answer that has no addressee, nor a sample for its delivery.
  const left = await admin.query(
    `select c.status, i.status as inquiry, c.due_at from conversations c join inquiries i on i.conversation_id = c.id
     where c.workspace_id = $1 and c.buyer_id = $2 and (c.status = 'waiting' or i.status = 'open')`,
    [a.workspaceId, buyerId],
  );
  expect(left.rows).toEqual([]);
  const samples = await admin.query<{ stage: string }>(`select stage from sample_requests where buyer_id = $1`, [
    buyerId,
  ]);
  expect(samples.rows).toEqual([{ stage: 'dropped' }]);
  const verbs = await admin.query<{ verb: string }>(
    `select verb from events where workspace_id = $1 and buyer_id = $2 and verb in ('buyer.exported', 'buyer.erased') order by position`,
    [a.workspaceId, buyerId],
  );
  expect(verbs.rows.map(({ verb }) => verb)).toEqual(['buyer.exported', 'buyer.erased']);
});

test('who was erased is a stranger when writing again; the merge into the erased cannot be undone', async () => {
  const erased = await admin.query<{ id: string }>(
    `select id from buyers where workspace_id = $1 and erased_at is not null`,
    [a.workspaceId],
  );
  const erasedId = erased.rows[0]!.id;
  await deliverAndApply(wired, a, message('m-1')); // the very same message, retried
  await deliverAndApply(wired, a, message('m-9'));
  const { rows } = await admin.query<{ id: string; messages: number }>(
    `select c.buyer_id as id, c.message_count as messages from conversations c where c.workspace_id = $1 and c.external_id = $2`,
    [a.workspaceId, `thread-${MARKER}`],
  );
  expect(rows).toEqual([{ id: expect.not.stringContaining(erasedId) as string, messages: 2 }]);
  const merge = await admin.query<{ id: string }>(
    `select id from buyer_merges where workspace_id = $1 and kept_id = $2`,
    [a.workspaceId, erasedId],
  );
  const outcome = (await wired.get(UndoMergeUseCase).execute(ctx, merge.rows[0]!.id)) as Refused<{ reason: string }>;
  expect(outcome.refusal.reason).toBe('erased');
});
