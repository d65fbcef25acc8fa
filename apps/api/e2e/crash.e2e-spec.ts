import { createEmptyDatabase } from '@dangol/db/testing';
import pg from 'pg';
import {
  eventually,
  FULL,
  inquiry,
  newChannel,
  newWorkspace,
  post,
  startBuiltServer,
  startTestApp,
} from './harness/index.ts';
import type { BuiltServer, TestChannel, TestWorkspace } from './harness/index.ts';

/** Deliveries of the feed, and at which of them the server is killed without warning. */
const DELIVERIES = FULL ? 2_000 : 600;
const KILLED_AT = [Math.floor(DELIVERIES / 3), Math.floor((DELIVERIES * 2) / 3)];
const CONNECTIONS = 16;
const BUYERS = 150;

let database: { url: string; drop(): Promise<void> };
let workspace: TestWorkspace;
let channel: TestChannel;
let server: BuiltServer;

beforeAll(async () => {
  database = await createEmptyDatabase({ migrated: true });
  const setUp = await startTestApp({ databaseUrl: database.url, env: { DANGOL_ROLE: 'http' } });
  workspace = await newWorkspace(setUp);
  channel = await newChannel(setUp, workspace.owner);
  await setUp.stop();
  server = await startBuiltServer(database.url);
});
afterAll(async () => {
  await server.end();
  await database.drop();
});

/** A connector as they are written: it sends the same message until it gets an answer. */
async function deliverUntilTaken(index: number): Promise<void> {
  const body = inquiry(`m${index}`, {
    sentAt: new Date(Date.UTC(2026, 2, 2, 0, 0, index)).toISOString(),
    conversation: { externalId: `thread-${index % BUYERS}` },
    sender: { externalId: `sender-${index % BUYERS}`, name: `Buyer ${index % BUYERS}` },
  });
  await eventually(
    () =>
      post(server, channel, body).then(
        ({ status }) => status,
        () => 0,
      ),
    (status) => status === 202,
  );
}

async function kill(): Promise<void> {
  await server.stop('SIGKILL');
  server.start();
}

test('kill -9 in the middle of 2,000 deliveries: none lost, none doubled, each with buyer, clock and draft or its reason', async () => {
  let next = 0;
  const connector = async (): Promise<void> => {
    for (let index = next++; index < DELIVERIES; index = next++) {
      if (KILLED_AT.includes(index)) await kill();
      await deliverUntilTaken(index);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connector));

  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const ask = async () =>
    (
      await client.query<Record<string, number>>(
        `select (select count(*) from inbound_messages where workspace_id = $1)::int as raw,
           (select count(*) from inbound_messages where workspace_id = $1 and status = 'applied')::int as applied,
           (select count(*) from messages where workspace_id = $1)::int as messages,
           (select count(distinct external_id) from messages where workspace_id = $1)::int as distinct_messages,
           (select count(*) from drafts where workspace_id = $1)::int as drafts,
           (select count(*) from drafts where workspace_id = $1 and status = 'none' and no_draft_reason is null)::int as unexplained,
           (select count(*) from buyers where workspace_id = $1 and grade is not null)::int as buyers,
           (select count(*) from conversations where workspace_id = $1 and status = 'waiting' and due_at is not null)::int as waiting,
           (select count(*) from inquiries where workspace_id = $1 and status = 'open')::int as open,
           (select count(*) from (select position, lag(position, 1, 0::bigint) over (order by position) as before from events where workspace_id = $1) e where position <> before + 1)::int as gaps`,
        [workspace.workspaceId],
      )
    ).rows[0]!;
  let seen = -1;
  let progress = await ask();
  // As long as it goes forward it is not stuck, however slow the machine is.
  while (progress.drafts! < DELIVERIES && progress.drafts! > seen) {
    seen = progress.drafts!;
    progress = await eventually(ask, ({ drafts }) => drafts! > seen);
  }
  await client.end();
  expect(progress).toEqual({
    raw: DELIVERIES,
    applied: DELIVERIES,
    messages: DELIVERIES,
    distinct_messages: DELIVERIES,
    drafts: DELIVERIES,
    unexplained: 0,
    buyers: BUYERS,
    waiting: BUYERS,
    open: BUYERS,
    gaps: 0,
  });
}, 600_000);
