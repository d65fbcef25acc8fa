import { STARTER_QUESTIONS } from '@dangol/crm';
import { isRefused, KnowledgeEntriesRepository, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { WorkspaceAssistants } from '../assistant/index.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { VersionConflict } from '../platform/graphql/shared-refusals.ts';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { KnowledgeFields, KnowledgeFilter } from './knowledge-entry.input.ts';
import { KnowledgeSaved, type KnowledgeEntry } from './knowledge-entry.model.ts';
import { KnowledgeModule } from './knowledge.module.ts';
import {
  knowledgeStatement,
  queryKnowledgeCategories,
  queryKnowledgeEntries,
  queryKnowledgeStarters,
} from './list-knowledge.query.ts';
import { SaveKnowledgeUseCase } from './save-knowledge.use-case.ts';

/** Half past midnight of 16 June in Seoul, still 15 June in London. */
const NOW = '2026-06-15T15:30:00Z';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let run = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW, [KnowledgeModule]);
});
afterAll(() => wired.close());
beforeEach(async () => {
  ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(run += 1)}`));
  for (const workspace of [a, b])
    await wired.db.unitOfWork.run(workspace, async () => {
      const entries = wired.get(KnowledgeEntriesRepository);
      for (const { id } of await entries.find(workspace, {})) await entries.delete(workspace, id);
    });
});

const fields = (change: Partial<KnowledgeFields> = {}): KnowledgeFields =>
  Object.assign(new KnowledgeFields(), {
    ...{
      category: 'shipping',
      visibility: 'public',
      autoReply: false,
      validUntil: null,
      titleKo: null,
      language: 'en',
    },
    ...{ title: 'Shipping', questions: [], answer: 'We ship by DHL within 3 business days.' },
    ...change,
  });
const cases = () => wired.get(SaveKnowledgeUseCase);
const create = async (change: Partial<KnowledgeFields> = {}, id = newId(), workspace = a): Promise<KnowledgeEntry> =>
  entryOf(await cases().create(memberContext(workspace), id, fields(change)));
const entryOf = (outcome: unknown): KnowledgeEntry => {
  if (!(outcome instanceof KnowledgeSaved)) throw new Error(JSON.stringify(outcome));
  return outcome.entry;
};
const list = async (filter: Partial<KnowledgeFilter> = {}, page: { first: number; after?: string } = { first: 50 }) =>
  queryKnowledgeEntries(wired.db.database, a, page, Object.assign(new KnowledgeFilter(), filter), wired.clock.now());
const titles = async (filter: Partial<KnowledgeFilter> = {}) =>
  (await list(filter)).edges.map(({ node }) => node.title);

describe('writing', () => {
  it('numbers entries by workspace, and sending one again makes nothing more', async () => {
    const id = newId();
    expect(await create({}, id)).toMatchObject({ code: 'KB-001', version: 1, expired: false });
    expect(await create({ title: 'Sent again' }, id)).toMatchObject({ code: 'KB-001', title: 'Shipping' });
    expect(await create()).toMatchObject({ code: 'KB-002' });
    expect(await create({}, newId(), b)).toMatchObject({ code: 'KB-001' });
    const both = await Promise.all(Array.from({ length: 6 }, () => create()));
    expect(both.map(({ code }) => code).toSorted()).toEqual([
      'KB-003',
      'KB-004',
      'KB-005',
      'KB-006',
      'KB-007',
      'KB-008',
    ]);
  });

  it('counts the version up, and stops who edited an older one', async () => {
    const { id } = await create();
    const update = (version: number, change: Partial<KnowledgeFields>, workspace = a) =>
      cases().update(memberContext(workspace), id, version, fields(change));
    expect(entryOf(await update(1, { answer: 'By sea.' }))).toMatchObject({ version: 2, answer: 'By sea.' });
    expect(entryOf(await update(1, { answer: 'By sea.' })).version).toBe(2); // the same again, as after a lost answer
    const outcome = await update(1, { answer: 'By air.' });
    expect(isRefused(outcome) && outcome.refusal).toEqual(new VersionConflict(2));
    const foreign = await update(2, { answer: 'Theirs' }, b);
    expect(isRefused(foreign) && foreign.refusal).toBeInstanceOf(NotFound);
    expect((await list()).edges[0]!.node.answer).toBe('By sea.');
    const events = await wired.db.events.readAfter(a, '0', 1000);
    expect(events.at(-1)).toMatchObject({
      verb: 'knowledge.changed',
      data: { code: 'KB-001', version: 2, fields: ['answer'] },
    });
  });

  it.each([
    ['title', { title: '' }],
    ['answer', { answer: 'x'.repeat(5_001) }],
    ['category', { category: '' }],
    ['language', { language: 'english' }],
    ['questions.1', { questions: ['Why?', 'x'.repeat(301)] }],
    ['questions', { questions: Array.from({ length: 31 }, (_, n) => `Q${n}?`) }],
    ['titleKo', { titleKo: 'x'.repeat(201) }],
    ['autoReply', { autoReply: true, visibility: 'internal' as const }],
  ])('refuses a bad %s', async (field, change) => {
    const outcome = await cases().create(memberContext(a), newId(), fields(change));
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'INVALID_FIELD', field });
    expect((await list()).totalCount).toBe(0);
  });

  it('removes only what is there', async () => {
    const { id } = await create();
    const foreign = await cases().remove(memberContext(b), id);
    expect(isRefused(foreign) && foreign.refusal).toBeInstanceOf(NotFound);
    expect(await cases().remove(memberContext(a), id)).toEqual({ id });
    const again = await cases().remove(memberContext(a), id);
    expect(isRefused(again) && again.refusal).toBeInstanceOf(NotFound);
  });
});

describe('the list', () => {
  beforeEach(async () => {
    await create({ title: 'Sea freight', titleKo: '해상 운송', questions: ['How long by sea?'] });
    await create({ title: 'Returns', category: 'returns', visibility: 'internal', validUntil: '2026-06-15' });
    await create({
      title: 'MOQ',
      category: 'moq',
      validUntil: '2026-06-16',
      autoReply: true,
      answer: 'From 100 pieces',
    });
    await create({ title: 'Theirs' }, newId(), b);
  });

  it('finds words in titles, questions and answers in both languages, and codes', async () => {
    expect(await titles({ q: '해상' })).toEqual(['Sea freight']);
    expect(await titles({ q: 'LONG by' })).toEqual(['Sea freight']);
    expect(await titles({ q: '100 pieces' })).toEqual(['MOQ']);
    expect(await titles({ q: 'kb-002' })).toEqual(['Returns']);
    expect(await titles({ q: '100%' })).toEqual([]);
  });

  it('filters by category, visibility, validity on the calendar of the workspace, and auto reply', async () => {
    expect(await titles({ category: ['moq', 'returns'] })).toEqual(['Returns', 'MOQ']);
    expect(await titles({ visibility: ['public'] })).toEqual(['Sea freight', 'MOQ']);
    expect(await titles({ expired: true })).toEqual(['Returns']); // it is 16 June in Seoul
    expect(await titles({ expired: false })).toEqual(['Sea freight', 'MOQ']);
    expect(await titles({ autoReply: true })).toEqual(['MOQ']);
    expect(await queryKnowledgeCategories(wired.db.database, a)).toEqual([
      { name: 'moq', entryCount: 1 },
      { name: 'returns', entryCount: 1 },
      { name: 'shipping', entryCount: 1 },
    ]);
  });

  it('pages by code and counts all', async () => {
    const first = await list({}, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await list({}, { first: 2, after: first.pageInfo.endCursor! });
    expect(rest.edges.map(({ node }) => node.title)).toEqual(['MOQ']);
    expect(rest).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    const { sql, params } = knowledgeStatement(a, new KnowledgeFilter(), wired.clock.now());
    expect(await wired.db.database.query(a, sql, params)).toHaveLength(3);
  });
});

describe('the start', () => {
  it('asks ten questions and knows which are answered, by the question itself', async () => {
    expect((await queryKnowledgeStarters(wired.db.database, a)).every(({ entryId }) => entryId === null)).toBe(true);
    const shipping = STARTER_QUESTIONS.find(({ key }) => key === 'shipping')!;
    const { category, title, questions } = shipping;
    const { id } = await create({ category, title: `${title}, renamed`, questions: [...questions] });
    const answered = (await queryKnowledgeStarters(wired.db.database, a)).filter(({ entryId }) => entryId !== null);
    expect(answered).toEqual([{ key: 'shipping', entryId: id }]);
    expect((await queryKnowledgeStarters(wired.db.database, b)).every(({ entryId }) => entryId === null)).toBe(true);
  });
});

describe('the assistant', () => {
  const ask = async (text: string, workspace = a) => {
    const assistant = await wired.get(WorkspaceAssistants).of(workspace);
    return assistant.assist({
      ...{ messageId: newId(), channelKind: 'alibaba', subject: null, buyerName: 'Ana', sellerName: 'Hanbit', text },
      ...{ automatedSender: false, asOf: '2026-06-16', thread: { humanReplied: false, autoRepliesToday: 0 } },
      channel: { autoMode: false, withinHours: true },
      policy: { killSwitch: true, reviewedDrafts: 0, answerThreshold: 1, autoGrades: [] },
      buyer: { grade: 'B', openDispute: false },
    });
  };
  const cited = async (text: string) => ((await ask(text)).draft?.citations ?? []).map(({ entryCode }) => entryCode);

  it('cites the answer to each common question in the next draft, and its next version at once', async () => {
    const question = 'Hello, which shipping methods do you offer to Spain and how much is the shipping cost?';
    expect(await cited(question)).toEqual([]);
    for (const { category, title, titleKo, questions } of STARTER_QUESTIONS)
      await create({
        category,
        title,
        titleKo,
        questions: [...questions],
        answer: `${title}: please see what we wrote here.`,
      });
    const { id } = (await list({ category: ['shipping'] })).edges[0]!.node;
    const answer = 'We ship with DHL to Spain within five business days. Shipping cost follows the weight.';
    const { questions } = STARTER_QUESTIONS.find(({ key }) => key === 'shipping')!;
    await cases().update(
      memberContext(a),
      id,
      1,
      fields({ title: 'Shipping policy', questions: [...questions], answer }),
    );
    const { draft } = await ask(question);
    expect(draft?.citations.map(({ entryId, entryVersion }) => [entryId, entryVersion])).toContainEqual([id, 2]);
    expect(draft?.text).toContain('DHL');
    await cases().remove(memberContext(a), id);
    expect((await ask(question)).draft?.text ?? '').not.toContain('DHL');
  });

  it.each([
    ['moq', 'Hi, what is your minimum order quantity for this cream?'],
    ['returns', 'What is your return policy if goods arrive damaged?'],
    ['sample', 'Can I get a sample first? Who pays the shipping of samples?'],
    ['payment', 'Which payment terms do you accept? Do you need a deposit?'],
  ])('finds the entry that answers %s', async (key, text) => {
    for (const { category, title, questions } of STARTER_QUESTIONS)
      await create({
        category,
        title,
        questions: [...questions],
        answer: `${title}: ${questions[0]} Here is our answer.`,
      });
    const wanted = (await list({ category: [key] })).edges[0]!.node;
    const { retrieved } = await ask(text);
    expect(retrieved[0]?.entryCode).toBe(wanted.code);
  });
});
