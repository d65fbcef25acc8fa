import { EventLog, isRefused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { ImportDriver } from '../imported-file.fixture.ts';
import { ImportsModule } from '../index.ts';
import { StartImportUseCase } from '../start-import.use-case.ts';
import { UndoImportUseCase } from '../undo-import.use-case.ts';
import { KnowledgeApplier } from './knowledge.applier.ts';

describe('bringing in knowledge', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let driver: ImportDriver;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures('2026-03-02T05:00:00Z', [ImportsModule]);
  });
  beforeEach(async () => {
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-k${(pairs += 1)}`));
    driver = new ImportDriver(wired, memberContext(a));
  });
  afterAll(() => wired.close());

  const entries = (workspace: SeededWorkspace) =>
    wired.db.database.query<Record<string, unknown>>(
      workspace,
      `select code, version, category, visibility, auto_reply, to_char(valid_until, 'YYYY-MM-DD') as valid_until, title, title_ko, questions, answer, language
       from knowledge_entries where workspace_id = $1 order by code`,
      [workspace.workspaceId],
    );
  const bring = async (content: string) => {
    const id = await driver.send({ kind: 'knowledge', content });
    expect(isRefused(await wired.get(StartImportUseCase).run(driver.ctx, id))).toBe(false);
    await driver.work(id);
    return id;
  };
  const undo = async (id: string) => {
    const outcome = await wired.get(UndoImportUseCase).execute(driver.ctx, id);
    await driver.work(id);
    return outcome;
  };
  const first = `code,title,title_ko,questions,answer,category,visibility,auto_reply,valid_until,language
FAQ-1,Shipping,배송,"How long?; How much?",Five days.,shipping,public,yes,2026-12-31,en
,반품 안내,,,7일 안에 알려 주세요.,,,,,
`;

  it('makes entries, with what they do not say set as a list of answers is meant; the other workspace sees none', async () => {
    const [before, others] = [await entries(a), await entries(b)];
    const id = await bring(first);
    expect(await driver.read(id)).toMatchObject({ status: 'done', createdRows: 2, failedRows: 0 });
    const made = (await entries(a)).filter(({ code }) => !before.some((entry) => entry.code === code));
    expect(made).toEqual([
      {
        code: 'FAQ-1',
        version: 1,
        category: 'shipping',
        visibility: 'public',
        auto_reply: true,
        valid_until: '2026-12-31',
        title: 'Shipping',
        title_ko: '배송',
        questions: ['How long?', 'How much?'],
        answer: 'Five days.',
        language: 'en',
      },
      {
        code: expect.stringMatching(/^KB-\d{3}$/) as string,
        version: 1,
        category: 'general',
        visibility: 'public',
        auto_reply: false,
        valid_until: null,
        title: '반품 안내',
        title_ko: null,
        questions: [],
        answer: '7일 안에 알려 주세요.',
        language: 'ko',
      },
    ]);
    expect(await entries(b)).toEqual(others);
    expect(await undo(id)).not.toMatchObject({ refused: expect.anything() as unknown });
    expect(await entries(a)).toEqual(before);
  });

  it('again changes nothing; a change counts the version up once, keeps what the file does not say, and is taken back', async () => {
    await bring(first);
    const once = await entries(a);
    const again = await bring(first);
    expect(await driver.read(again)).toMatchObject({ createdRows: 0, updatedRows: 0, unchangedRows: 2 });
    expect(await entries(a)).toEqual(once);

    const applier = wired.get(KnowledgeApplier);
    const record = {
      code: 'FAQ-1',
      title: 'Shipping',
      title_ko: null,
      questions: null,
      answer: 'Six days.',
      category: null,
      visibility: null,
      auto_reply: null,
      valid_until: null,
      language: 'en',
    };
    const settings = {
      importId: again,
      channelId: null,
      baseCurrency: 'USD',
      timeZone: 'UTC',
      known: 'overwrite',
      history: false,
      startedBy: null,
      now: new Date('2026-03-03T00:00:00Z'),
    } as const;
    const outcomes = await wired.db.unitOfWork.run(driver.ctx, () =>
      applier.apply(
        driver.ctx,
        [
          { rowNumber: 2, record },
          { rowNumber: 3, record: { ...record, answer: 'Seven days.' } },
        ],
        settings,
      ),
    );
    expect(outcomes).toEqual([
      { rowNumber: 2, outcome: 'updated' },
      { rowNumber: 3, outcome: 'updated' },
    ]);
    expect((await entries(a)).find(({ code }) => code === 'FAQ-1')).toMatchObject({
      version: 2,
      answer: 'Seven days.',
      title_ko: '배송',
      questions: ['How long?', 'How much?'],
    });
    const filled = await wired.db.unitOfWork.run(driver.ctx, () =>
      applier.apply(driver.ctx, [{ rowNumber: 2, record }], { ...settings, known: 'fill' }),
    );
    expect(filled).toEqual([{ rowNumber: 2, outcome: 'unchanged' }]);
    await undo(again);
    expect(await entries(a)).toEqual(once);
  });

  it('says which entry somebody has changed since, and leaves the import as it is', async () => {
    const id = await bring(first);
    const [entry] = await wired.db.database.query<{ id: string }>(
      a,
      `select id from knowledge_entries where workspace_id = $1 and code = 'FAQ-1'`,
      [a.workspaceId],
    );
    await wired.db.unitOfWork.run(driver.ctx, () => {
      wired
        .get(EventLog)
        .append(driver.ctx, { verb: 'knowledge.changed', subjectKind: 'knowledge', subjectId: entry!.id, data: {} });
      return Promise.resolve();
    });
    expect(await wired.get(KnowledgeApplier).dependents(driver.ctx, id)).toEqual([
      { what: 'knowledge_edits', count: 1, example: 'FAQ-1' },
    ]);
    expect(isRefused(await undo(id))).toBe(true);
  });

  it('what is internal is never sent by itself: such a row is bad', async () => {
    const id = await driver.send({
      kind: 'knowledge',
      content:
        'title,answer,visibility,auto_reply\nMargins,Thirty percent.,internal,yes\nHours,Nine to six.,public,no\n',
    });
    expect(await driver.read(id)).toMatchObject({ badRows: 1, goodRows: 1 });
  });
});
