import { newId } from '@dangol/db';
import { eventually, inquiry, newChannel, newMember, newWorkspace, ok, post, startTestApp } from './harness/index.ts';
import type { TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const ROUNDS = 20;
const SEND = `mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename ... on Refusal { code }
  ... on ThreadMoved { revision newMessages { text authorName deliveryStatus } } ... on ReplySaved { message { id } conversation { revision } } } }`;

interface Sent {
  readonly __typename: string;
  readonly revision?: number;
  readonly newMessages?: readonly { readonly text: string; readonly deliveryStatus: string }[];
}

let app: TestApp;
let workspace: TestWorkspace;
let pair: readonly [TestMember, TestMember];
beforeAll(async () => {
  app = await startTestApp();
  workspace = await newWorkspace(app);
  // Long enough that nothing leaves during the test: it is about what is queued.
  await app.sql('update workspaces set undo_send_seconds = 60 where id = $1', [workspace.workspaceId]);
  pair = [await newMember(app, workspace, 'rep'), await newMember(app, workspace, 'senior_rep')];
});
afterAll(() => app.stop());

const replies = (conversationId: string) =>
  app.sql<{ text: string }>(
    `select text from messages where workspace_id = $1 and conversation_id = $2 and direction = 'outbound' order by revision`,
    [workspace.workspaceId, conversationId],
  );

test('of two browsers that answer one inquiry at once, one reply leaves until the second person chooses', async () => {
  const channel = await newChannel(app, workspace.owner, 'http://127.0.0.1:9/replies'); // never reached
  const names = Array.from({ length: ROUNDS }, (_, round) => `guard-${round}`);
  await Promise.all(names.map((name) => post(app, channel, inquiry(name))));
  const conversations = await eventually(
    () =>
      app.sql<{ id: string; revision: number }>(
        `select id, revision from conversations where workspace_id = $1 and external_id like 'thread-guard-%' and status = 'waiting' order by external_id`,
        [workspace.workspaceId],
      ),
    (found) => found.length === ROUNDS,
  );
  const send = async (who: TestMember, conversationId: string, revision: number, overrideMoved = false) =>
    (
      await ok<{ sendReply: Sent }>(app, who, SEND, {
        input: { id: newId(), conversationId, text: `from ${who.memberId}`, revision, overrideMoved },
      })
    ).sendReply;

  for (const [round, { id, revision }] of conversations.entries()) {
    const people = round % 2 === 0 ? pair : pair.toReversed();
    const outcomes = await Promise.all(people.map((who) => send(who, id, revision)));
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['ReplySaved', 'ThreadMoved']);
    const halted = outcomes.findIndex(({ __typename }) => __typename === 'ThreadMoved');
    const first = `from ${people[1 - halted]!.memberId}`;
    // The difference is shown, also while the colleague could still take the reply back.
    expect(outcomes[halted]).toMatchObject({
      revision: revision + 1,
      newMessages: [{ text: first, deliveryStatus: 'QUEUED' }],
    });
    expect(await replies(id)).toEqual([{ text: first }]);

    const chosen = await send(people[halted]!, id, revision, true);
    expect(chosen.__typename).toBe('ReplySaved');
    expect(await replies(id)).toEqual([{ text: first }, { text: `from ${people[halted]!.memberId}` }]);
  }
});
