import { newId } from '@dangol/db';
import { codeOf, FixedClock, newMember, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const clock = new FixedClock('2026-11-20T00:00:00Z');
let app: TestApp;
let workspace: TestWorkspace;
let viewer: TestMember;
beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await newWorkspace(app);
  viewer = await newMember(app, workspace, 'viewer');
});
afterAll(() => app.stop());

const GOAL = `__typename ... on Refusal { code } ... on InvalidField { field }
  ... on Goal { id target { minor currency } plan { product { minor } gap { minor } paid { minor } progressPercent buyersNeeded } groups { grade product { minor } } owner { id } }`;
const SAVE_GOAL = `mutation ($input: SaveGoalInput!) { saveGoal(input: $input) { ${GOAL} } }`;
const RULES = `version defaultCapacity createdBy { id } grades { grade assistantFirst targetSharePercent pools { roles onlyWithSpareCapacity } }`;
const SAVE_RULES = `mutation ($input: AssignmentRulesInput!) { saveAssignmentRules(input: $input) {
  __typename ... on Refusal { code } ... on InvalidField { field } ... on RulesMoved { version } ... on AssignmentRules { ${RULES} } } }`;
const SET_RATE = `mutation ($input: SetExchangeRateInput!) { setExchangeRate(input: $input) {
  __typename ... on InvalidField { field } ... on ExchangeRate { currency rate onDate baseCurrency createdBy { id } } } }`;
const CAPACITY = `mutation ($memberId: ID!, $capacity: Int) { setMemberCapacity(memberId: $memberId, capacity: $capacity) {
  __typename ... on Member { id } } }`;
const INSIGHTS = `query ($from: Date!, $to: Date!) { buyerInsights(from: $from, to: $to) {
  from to baseCurrency revenue { month first { minor } } firstOrderBands { fromMinor toMinor orders } firstRevenue { minor } conversion { key rate } } }`;

const goal = (changes: Record<string, unknown> = {}) => ({
  input: {
    id: newId(),
    name: '2026 수출 목표',
    year: 2026,
    targetMinor: '500000000',
    currency: 'USD',
    counted: 'ORDERED',
    groups: [{ grade: 'A', buyers: 15_000, averageOrderMinor: '33300' }],
    ownerId: workspace.ownerId,
    dueOn: '2026-12-31',
    ...changes,
  },
});

test('the goal planner multiplies out over HTTP, and hides what came in from who may not see money', async () => {
  const { saveGoal } = await ok<{ saveGoal: { id: string } }>(app, workspace.owner, SAVE_GOAL, goal());
  expect(saveGoal).toMatchObject({
    __typename: 'Goal',
    target: { minor: '500000000', currency: 'USD' },
    plan: {
      product: { minor: '499500000' },
      gap: { minor: '500000' },
      paid: { minor: '0' },
      progressPercent: 0,
      buyersNeeded: 15_016,
    },
    groups: [{ grade: 'A', product: { minor: '499500000' } }],
    owner: { id: workspace.ownerId },
  });
  const seen = await ok(
    app,
    viewer,
    '{ goals { target { minor } plan { gap { minor } paid { minor } progressPercent } } }',
  );
  expect(seen).toEqual({
    goals: [{ target: { minor: '500000000' }, plan: { gap: { minor: '500000' }, paid: null, progressPercent: null } }],
  });
  expect(await codeOf(app, viewer, SAVE_GOAL, goal())).toBe('FORBIDDEN');
  const remove = `mutation ($id: ID!) { deleteGoal(id: $id) { __typename } }`;
  expect(await ok(app, workspace.owner, remove, { id: saveGoal.id })).toEqual({
    deleteGoal: { __typename: 'Removed' },
  });
  expect(await ok(app, workspace.owner, remove, { id: saveGoal.id })).toEqual({
    deleteGoal: { __typename: 'NotFound' },
  });
});

test('a wrong goal is refused by field', async () => {
  for (const [field, changes] of [
    ['groups.0.buyers', { groups: [{ grade: 'A', buyers: -1, averageOrderMinor: '1' }] }],
    ['name', { name: '\u0000\u200f' }],
    ['currency', { currency: 'EUR' }],
  ] as const) {
    const { saveGoal } = await ok<{ saveGoal: unknown }>(app, workspace.owner, SAVE_GOAL, goal(changes));
    expect(saveGoal).toMatchObject({ __typename: 'InvalidField', field });
  }
  expect(await codeOf(app, workspace.owner, SAVE_GOAL, goal({ targetMinor: '1.5' }))).toBe('BAD_USER_INPUT');
});

test('assignment rules are read, saved as the next version, and refused when they moved', async () => {
  type Rules = { assignmentRules: { version: number; grades: unknown[] } };
  const { assignmentRules } = await ok<Rules>(app, viewer, `{ assignmentRules { ${RULES} } }`);
  expect(assignmentRules).toMatchObject({ version: 1, defaultCapacity: 60, createdBy: null });
  const minutes = { minutesPerReply: 10, minutesPerNote: 3, minutesPerSample: 30 };
  const input = { ...minutes, grades: assignmentRules.grades, defaultCapacity: 40, basedOn: 1 };
  const saved = await ok(app, workspace.owner, SAVE_RULES, { input });
  expect(saved).toMatchObject({
    saveAssignmentRules: { version: 2, defaultCapacity: 40, createdBy: { id: workspace.ownerId } },
  });
  expect(await ok(app, workspace.owner, SAVE_RULES, { input })).toMatchObject({
    saveAssignmentRules: { __typename: 'RulesMoved', version: 2 },
  });
  const none = { ...input, basedOn: 2, defaultCapacity: -1 };
  expect(await ok(app, workspace.owner, SAVE_RULES, { input: none })).toMatchObject({
    saveAssignmentRules: { __typename: 'InvalidField', field: 'defaultCapacity' },
  });
});

test('capacity is a whole number from 0, or none', async () => {
  const { memberId } = viewer;
  for (const capacity of [0, 25, null])
    expect(await ok(app, workspace.owner, CAPACITY, { memberId, capacity })).toMatchObject({
      setMemberCapacity: { id: memberId },
    });
  for (const capacity of [-1, 10_001])
    expect(await codeOf(app, workspace.owner, CAPACITY, { memberId, capacity })).toBe('BAD_USER_INPUT');
});

test('the workload of an empty workspace is all there, without a share of nothing', async () => {
  const document = `{ workload { days members { role capacity hours revenue { minor } } grades { grade hoursSharePercent revenueSharePercent } violations { rule } unassigned } }`;
  const { workload } = await ok<{ workload: Record<string, unknown> }>(app, viewer, document);
  expect(workload).toMatchObject({
    days: 30,
    members: [{ role: 'owner', hours: 0, revenue: null }],
    grades: ['A', 'B', 'C'].map((grade) => ({ grade, hoursSharePercent: 0, revenueSharePercent: null })),
    violations: [],
    unassigned: 0,
  });
  expect(await codeOf(app, viewer, 'query { workload(days: 0) { days } }')).toBe('BAD_USER_INPUT');
});

test('a rate is set as text and comes back as text', async () => {
  const input = { id: newId(), currency: 'KRW', rate: '0.000720', onDate: '2026-11-20' };
  expect(await ok(app, workspace.owner, SET_RATE, { input })).toMatchObject({
    setExchangeRate: {
      currency: 'KRW',
      rate: '0.00072',
      onDate: '2026-11-20',
      baseCurrency: 'USD',
      createdBy: { id: workspace.ownerId },
    },
  });
  const wrong = { input: { ...input, id: newId(), rate: '0' } };
  expect(await ok(app, workspace.owner, SET_RATE, wrong)).toMatchObject({ setExchangeRate: { field: 'rate' } });
  const exponent = { input: { ...input, id: newId(), rate: '1e3' } };
  expect(await codeOf(app, workspace.owner, SET_RATE, exponent)).toBe('BAD_USER_INPUT');
});

test('the report takes days in order, at most five years apart, and shows no money to who may not see it', async () => {
  const period = { from: '2026-10-01', to: '2026-11-30' };
  const { buyerInsights } = await ok<{ buyerInsights: Record<string, unknown> }>(app, viewer, INSIGHTS, period);
  expect(buyerInsights).toMatchObject({
    ...period,
    revenue: [
      { month: '2026-10', first: null },
      { month: '2026-11', first: null },
    ],
    firstOrderBands: [],
    firstRevenue: null,
  });
  const owned = await ok<{ buyerInsights: Record<string, unknown> }>(app, workspace.owner, INSIGHTS, period);
  expect(owned.buyerInsights).toMatchObject({ firstRevenue: { minor: '0' } });
  expect(owned.buyerInsights['firstOrderBands']).toHaveLength(5);
  for (const [from, to] of [
    ['2026-11-30', '2026-10-01'],
    ['2021-01-01', '2026-01-01'],
    ['0000-01-01', '0000-02-01'],
    ['2026-02-30', '2026-03-01'],
  ])
    expect(await codeOf(app, viewer, INSIGHTS, { from, to })).toBe('BAD_USER_INPUT');
});
