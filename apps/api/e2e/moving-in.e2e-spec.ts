import { newId } from '@dangol/db';
import {
  codeOf,
  eventually,
  graphql,
  inquiry,
  newChannel,
  newMember,
  newWorkspace,
  ok,
  post,
  startReplyEndpoint,
  startTestApp,
} from './harness/index.ts';
import type { ReplyEndpoint, TestApp, TestMember } from './harness/index.ts';

let app: TestApp;
let endpoint: ReplyEndpoint;
beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startReplyEndpoint();
});
afterAll(async () => {
  await app.stop();
  endpoint.stop();
});

const FIELDS = `shown finished hidden steps { key state underWay minutes }`;
const MOVING_IN = `{ movingIn { ${FIELDS} } }`;
const CHANGE = `mutation ($step: MovingInStepKey!, $act: MovingInAct!) { changeMovingInStep(step: $step, act: $act) {
  __typename ... on Refusal { code } ... on MovingIn { ${FIELDS} } } }`;
const SETTINGS = `mutation ($input: WorkspaceSettingsInput!) { updateWorkspaceSettings(input: $input) {
  __typename ... on Refusal { code } ... on WorkspaceSettings { name baseCurrency currencyHeldBy } } }`;
const SAVE_HOURS = `mutation ($input: BusinessHoursInput!) { saveBusinessHours(input: $input) {
  __typename ... on Refusal { code } ... on BusinessHoursSaved { movedInquiries hours { version holidays { date name } weekly { weekday intervals { from to } } } } } }`;
const CREATE_ENTRY = `mutation ($id: ID!, $fields: KnowledgeFields!) { createKnowledgeEntry(id: $id, fields: $fields) {
  __typename ... on Refusal { code } ... on KnowledgeSaved { entry { id code version expired } } } }`;

interface Step {
  key: string;
  state: string;
  underWay: boolean;
}
interface MovingIn {
  shown: boolean;
  finished: boolean;
  steps: Step[];
}
const movingIn = async (who: TestMember) => (await ok<{ movingIn: MovingIn }>(app, who, MOVING_IN)).movingIn;
const doneFor = async (who: TestMember) =>
  (await movingIn(who)).steps.filter(({ state }) => state === 'DONE').map(({ key }) => key);

test('a new workspace goes through every step: each fills itself in, and at the end the list goes', async () => {
  const { owner, workspaceId } = await newWorkspace(app, 'New Company');
  expect(await movingIn(owner)).toMatchObject({ shown: true, finished: false });
  expect(await doneFor(owner)).toEqual([]);

  await ok(app, owner, CHANGE, { step: 'LANGUAGE', act: 'CONFIRM' });
  const changed = await ok(app, owner, SETTINGS, { input: { name: 'Hanbit', baseCurrency: 'EUR' } });
  expect(changed).toMatchObject({
    updateWorkspaceSettings: { name: 'Hanbit', baseCurrency: 'EUR', currencyHeldBy: [] },
  });
  expect(await doneFor(owner)).toEqual(['LANGUAGE', 'CURRENCY']);

  const { publicHolidays } = await ok<{ publicHolidays: { date: string; name: string }[] }>(
    app,
    owner,
    '{ publicHolidays(country: "KR", year: 2026, language: ko) { date name } }',
  );
  expect(publicHolidays).toContainEqual({ date: '2026-02-16', name: '설날' });
  const intervals = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ];
  const weekly = ['MON', 'TUE', 'WED', 'THU', 'FRI'].map((weekday) => ({ weekday, intervals }));
  const saved = await ok(app, owner, SAVE_HOURS, {
    input: { weekly, holidays: publicHolidays, specialDays: [], basedOn: 1 },
  });
  expect(saved).toMatchObject({ saveBusinessHours: { hours: { version: 2, holidays: publicHolidays } } });
  expect(await doneFor(owner)).toEqual(['LANGUAGE', 'CURRENCY', 'HOURS']);

  const entry = {
    ...{ category: 'moq', visibility: 'PUBLIC', autoReply: false, title: 'Minimum order quantity', language: 'en' },
    ...{ questions: ['What is your minimum order quantity?'], answer: 'Our minimum order is 120 pieces.' },
  };
  await ok(app, owner, CREATE_ENTRY, { id: newId(), fields: entry });
  const channel = await newChannel(app, owner, endpoint.url);
  const waiting = (await movingIn(owner)).steps.find(({ key }) => key === 'CHANNEL');
  expect(waiting).toMatchObject({ state: 'OPEN', underWay: true });

  await post(app, channel, inquiry('first'));
  const [thread] = await eventually(
    () =>
      app.sql<{ id: string; revision: number; content: unknown }>(
        `select c.id, c.revision, d.content from drafts d join conversations c on c.workspace_id = d.workspace_id and c.id = d.conversation_id
         where d.workspace_id = $1 and d.status = 'ready'`,
        [workspaceId],
      ),
    (rows) => rows.length === 1,
  );
  expect(JSON.stringify(thread!.content)).toContain('KB-001'); // the entry just written is cited
  expect(await doneFor(owner)).toEqual(['LANGUAGE', 'CURRENCY', 'HOURS', 'CHANNEL', 'KNOWLEDGE']);

  await ok(app, owner, `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }`, {
    input: { id: newId(), email: 'colleague@example.com', role: 'rep' },
  });
  await app.sql('update workspaces set undo_send_seconds = 0 where id = $1', [workspaceId]);
  await ok(app, owner, `mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename } }`, {
    input: { id: newId(), conversationId: thread!.id, text: 'From 120 pieces.', revision: thread!.revision },
  });
  await eventually(
    () => doneFor(owner),
    (done) => done.includes('FIRST_REPLY'),
  );

  await app.sql(
    `insert into products (workspace_id, id, code, names, created_at, updated_at) values ($1, $2, 'P-1', '{"en": "Cream"}', now(), now())`,
    [workspaceId, newId()],
  );
  const before = await movingIn(owner);
  expect(before).toMatchObject({ shown: true, finished: false });
  expect(before.steps.filter(({ state }) => state === 'OPEN').map(({ key }) => key)).toEqual(['IMPORT']);
  const skipped = await ok(app, owner, CHANGE, { step: 'IMPORT', act: 'SKIP' });
  expect(skipped).toMatchObject({ changeMovingInStep: { shown: false, finished: true } });
});

test('only who manages the workspace changes it; everybody reads it', async () => {
  const workspace = await newWorkspace(app, 'Roles');
  const rep = await newMember(app, workspace, 'rep');
  const viewer = await newMember(app, workspace, 'viewer');
  expect((await movingIn(viewer)).steps).toHaveLength(9);
  expect(await codeOf(app, rep, CHANGE, { step: 'LANGUAGE', act: 'CONFIRM' })).toBe('FORBIDDEN');
  expect(await codeOf(app, rep, SETTINGS, { input: { name: 'Mine' } })).toBe('FORBIDDEN');
  expect(await codeOf(app, rep, 'mutation { hideMovingIn(hidden: true) { hidden } }')).toBe('FORBIDDEN');
  const fields = {
    ...{
      category: 'moq',
      visibility: 'PUBLIC',
      autoReply: false,
      title: 'T',
      language: 'en',
      questions: [],
      answer: 'A',
    },
  };
  expect(await codeOf(app, viewer, CREATE_ENTRY, { id: newId(), fields })).toBe('FORBIDDEN');
  expect(await ok(app, rep, CREATE_ENTRY, { id: newId(), fields })).toMatchObject({
    createKnowledgeEntry: { entry: { code: 'KB-001' } },
  });
});

test('the new name is in the next answer of a session that was open', async () => {
  const { owner } = await newWorkspace(app, 'Old Name');
  const VIEWER = '{ viewer { current { workspaceName timeZone } memberships { workspaceName } } }';
  await ok(app, owner, VIEWER);
  await ok(app, owner, SETTINGS, { input: { name: 'New Name', timeZone: 'Europe/Berlin' } });
  expect(await ok(app, owner, VIEWER)).toMatchObject({
    viewer: {
      current: { workspaceName: 'New Name', timeZone: 'Europe/Berlin' },
      memberships: [{ workspaceName: 'New Name' }],
    },
  });
});

test('bad input is told by the edge or refused by name, and stores nothing', async () => {
  const { owner } = await newWorkspace(app, 'Bad Input');
  const hours = (change: object) => ({ input: { weekly: [], holidays: [], specialDays: [], basedOn: 1, ...change } });
  expect(await ok(app, owner, SAVE_HOURS, hours({}))).toMatchObject({
    saveBusinessHours: { code: 'INVALID_BUSINESS_HOURS' },
  });
  const tooMany = Array.from({ length: 501 }, () => ({ date: '2026-01-01' }));
  expect(await codeOf(app, owner, SAVE_HOURS, hours({ holidays: tooMany }))).toBe('BAD_USER_INPUT');
  expect(await codeOf(app, owner, SAVE_HOURS, hours({ holidays: [{ date: '2026-02-30' }] }))).toBe('BAD_USER_INPUT');
  const unknownFilter = await graphql(app, owner, '{ knowledgeEntries(after: "nonsense") { totalCount } }');
  expect(unknownFilter.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await ok(app, owner, '{ knowledgeEntries(filter: { q: "%_" }) { totalCount } }')).toEqual({
    knowledgeEntries: { totalCount: 0 },
  });
  expect(await ok(app, owner, '{ publicHolidays(country: "??", year: -1, language: en) { date } }')).toEqual({
    publicHolidays: [],
  });
});
