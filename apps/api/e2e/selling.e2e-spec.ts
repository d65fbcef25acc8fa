import { newId } from '@dangol/db';
import { codeOf, FixedClock, newMember, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const clock = new FixedClock('2026-11-20T00:00:00Z');
let app: TestApp;
let workspace: TestWorkspace;
let rep: TestMember;
let viewer: TestMember;
let buyerId: string;

const CREATE = `mutation ($input: CreateBuyerInput!) { createBuyer(input: $input) { __typename } }`;
const CARD = `id name stage grade paidLastYear { minor currency } openSample`;
const BOARD = `query ($group: BoardGroup!, $filter: BoardFilter) { board(group: $group, filter: $filter) {
  baseCurrency columns { key stage count handMovable hasMore endCursor sums { minor currency } converted { total { minor currency } missing } cards { ${CARD} } } } }`;
const MOVE = `mutation ($input: MoveBuyerInput!) { moveBuyer(input: $input) { __typename ... on Refusal { code } ... on StageRefused { reason }
  ... on StageMoved { stage movedBy } ... on BuyerMoved { card { ${CARD} } change { from to cause byName secondsInFrom } } } }`;
const BUDGET = `budget { month currency limit { minor } spent { minor } remaining { minor } state }`;
const QUOTE = `query ($input: QuoteSampleInput!) { sampleQuote(input: $input) { __typename ... on Refusal { code } ... on InvalidField { field }
  ... on SampleQuote { buyerSharePercent cost { minor } buyerPays { minor } sellerPays { minor } passesBudget ${BUDGET} } } }`;
const SAMPLE = `__typename ... on Refusal { code } ... on InvalidField { field } ... on StageRefused { reason }
  ... on SampleSaved { sample { id stage nextStages gradeAtRequest buyerSharePercent buyerPays { minor currency } items { quantity amount { minor } }
    buyer { id stage } requestedBy { name } reached { stage at } } ${BUDGET} }`;
const REQUEST = `mutation ($input: RequestSampleInput!) { requestSample(input: $input) { ${SAMPLE} } }`;
const ADVANCE = `mutation ($input: AdvanceSampleInput!) { advanceSample(input: $input) { ${SAMPLE} } }`;
const POLICY = `mutation ($input: SamplePolicyInput!) { saveSamplePolicy(input: $input) { __typename ... on Refusal { code }
  ... on SamplePolicyVersion { version policy { shareB monthlyBudget { minor currency } } createdBy { id } } } }`;

beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await newWorkspace(app);
  rep = await newMember(app, workspace, 'rep');
  viewer = await newMember(app, workspace, 'viewer');
  buyerId = newId();
  await ok(app, workspace.owner, CREATE, { input: { id: buyerId, name: 'Lumo Kft', country: 'HU' } });
  await app.sql(`update buyers set grade = 'B', grade_rank = 2 where id = $1`, [buyerId]);
});
afterAll(() => app.stop());

const move = (from: string, to: string) => ({ input: { id: newId(), buyerId, from, to } });
const sample = (changes: Record<string, unknown> = {}) => ({
  input: {
    ...{ id: newId(), buyerId, courierMinor: '3000', currency: 'USD', purpose: 'Scent', successTest: 'Nine of ten' },
    items: [{ description: 'Serum', quantity: 2, amountMinor: '4000' }],
    ...changes,
  },
});

test('a buyer is moved on the board, and refused moves say why', async () => {
  const { moveBuyer } = await ok<{ moveBuyer: unknown }>(app, rep, MOVE, move('NEW', 'QUALIFIED'));
  expect(moveBuyer).toMatchObject({
    card: { id: buyerId, stage: 'QUALIFIED', paidLastYear: { minor: '0', currency: 'USD' } },
    change: { from: 'NEW', to: 'QUALIFIED', cause: 'hand', byName: 'rep', secondsInFrom: '0' },
  });
  const refused = async (from: string, to: string) =>
    (await ok<{ moveBuyer: unknown }>(app, rep, MOVE, move(from, to))).moveBuyer;
  expect(await refused('QUALIFIED', 'FIRST_ORDER')).toMatchObject({ reason: 'only_from_paid_orders' });
  expect(await refused('NEW', 'QUOTED')).toMatchObject({
    __typename: 'StageMoved',
    stage: 'QUALIFIED',
    movedBy: 'rep',
  });
  expect(await codeOf(app, viewer, MOVE, move('QUALIFIED', 'NEW'))).toBe('FORBIDDEN');
  const { board } = await ok<{ board: { columns: { key: string; count: number; cards: unknown[] }[] } }>(
    app,
    rep,
    BOARD,
    {
      group: 'STAGE',
    },
  );
  expect(board.columns.map(({ key, count }) => `${key} ${count}`)).toEqual([
    ...['NEW 0', 'QUALIFIED 1', 'SAMPLING 0', 'QUOTED 0', 'FIRST_ORDER 0', 'REPEAT 0', 'DORMANT 0'],
  ]);
  expect(board.columns[1]?.cards).toMatchObject([{ id: buyerId, grade: 'B', openSample: null }]);
});

test('who may not see money sees the board without it', async () => {
  const { board } = await ok<{ board: { columns: { key: string }[] } }>(app, viewer, BOARD, {
    ...{ group: 'GRADE', filter: { grade: ['B'], search: 'lumo' } },
  });
  expect(board.columns).toMatchObject([
    { key: 'B', stage: null, count: 1, sums: [], converted: null, cards: [{ id: buyerId, paidLastYear: null }] },
  ]);
});

test('a B buyer pays half of goods and courier: USD 35 of 70; the month warns and blocks nothing', async () => {
  const policy = { shareA: 0, shareB: 50, shareC: 100, includeCourier: true, warnAtPercent: 80, basedOn: 1 };
  const saved = await ok(app, workspace.owner, POLICY, { input: { ...policy, monthlyBudgetMinor: '3000' } });
  expect(saved).toMatchObject({ saveSamplePolicy: { version: 2, policy: { monthlyBudget: { minor: '3000' } } } });
  expect(await codeOf(app, rep, POLICY, { input: { ...policy, basedOn: 2 } })).toBe('FORBIDDEN');
  const input = { buyerId, goodsMinor: '4000', courierMinor: '3000', currency: 'USD' };
  expect(await ok(app, rep, QUOTE, { input })).toMatchObject({
    sampleQuote: {
      ...{ buyerSharePercent: 50, buyerPays: { minor: '3500' }, sellerPays: { minor: '3500' }, passesBudget: true },
      budget: { month: '2026-11', spent: { minor: '3500' }, remaining: { minor: '-500' }, state: 'PASSED' },
    },
  });
  // Whoever may try amounts until the budget is passed knows what is left of it.
  expect(await codeOf(app, viewer, QUOTE, { input })).toBe('FORBIDDEN');
  expect(await ok(app, viewer, `{ sampleBudget { spent { minor } limit { minor } remaining { minor } } }`)).toEqual({
    sampleBudget: { spent: null, limit: null, remaining: null },
  });
  const { requestSample } = await ok<{ requestSample: { sample: { id: string } } }>(app, rep, REQUEST, sample());
  expect(requestSample).toMatchObject({
    sample: {
      ...{ stage: 'REQUESTED', nextStages: ['APPROVED', 'DROPPED'], gradeAtRequest: 'B', requestedBy: { name: 'rep' } },
      ...{ buyerPays: { minor: '3500', currency: 'USD' }, buyer: { id: buyerId, stage: 'SAMPLING' } },
    },
    budget: { state: 'PASSED' },
  });
  const approve = { input: { id: requestSample.sample.id, to: 'APPROVED' } };
  expect(await codeOf(app, rep, ADVANCE, approve)).toBe('FORBIDDEN');
  expect(await ok(app, workspace.owner, ADVANCE, approve)).toMatchObject({
    advanceSample: { sample: { stage: 'APPROVED', reached: [{ stage: 'REQUESTED' }, { stage: 'APPROVED' }] } },
  });
  expect(await ok(app, rep, ADVANCE, { input: { id: requestSample.sample.id, to: 'ARRIVED' } })).toMatchObject({
    advanceSample: { reason: 'not_next' },
  });
});

test('amounts that cannot be are named by field, over HTTP too', async () => {
  const wrong = async (changes: Record<string, unknown>) =>
    (await ok<{ requestSample: unknown }>(app, rep, REQUEST, sample(changes))).requestSample;
  expect(await wrong({ courierMinor: '-1' })).toMatchObject({ code: 'INVALID_FIELD', field: 'courierMinor' });
  expect(await wrong({ currency: 'ZZZ' })).toMatchObject({ code: 'NO_EXCHANGE_RATE' });
  expect(await codeOf(app, rep, REQUEST, sample({ courierMinor: '99999999999999999999' }))).toBe('BAD_USER_INPUT');
});

test('lists and the funnel answer', async () => {
  const LISTS = `query ($id: ID!) { samples(filter: { open: true }) { edges { node { id policyVersion } } }
    buyer(id: $id) { stage stageHistory { from to cause } samples { stage } }
    samplePolicies { version } sampleBudget { state } savedViews(screen: PIPELINE) { id }
    sampleFunnel(from: "2026-11-01", to: "2026-11-30") { rows { key requested approved conversionRate cost { minor } } byGrade { key } byCountry { key } } }`;
  expect(await ok(app, workspace.owner, LISTS, { id: buyerId })).toMatchObject({
    samples: { edges: [{ node: { policyVersion: 2 } }] },
    buyer: {
      stage: 'SAMPLING',
      stageHistory: [{ to: 'SAMPLING', cause: 'sample_requested' }, { to: 'QUALIFIED' }, { from: null, to: 'NEW' }],
      samples: [{ stage: 'APPROVED' }],
    },
    samplePolicies: [{ version: 2 }, { version: 1 }],
    sampleFunnel: {
      rows: [{ key: 'ALL', requested: 1, approved: 1, conversionRate: 0, cost: { minor: '7000' } }],
      ...{ byGrade: [{ key: 'B' }], byCountry: [{ key: 'HU' }] },
    },
  });
});
