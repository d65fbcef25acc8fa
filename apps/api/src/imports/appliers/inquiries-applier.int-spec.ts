import { isRefused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { PREPARE_DRAFT } from '../../assistant/index.ts';
import { RegradeBuyersUseCase } from '../../buyers/index.ts';
import { RefreshClocksUseCase } from '../../sla/index.ts';
import { armChannel, deliverAndApply, deliveryBody } from '../../testing/inbound-deliveries.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { ChangeImportUseCase } from '../change-import.use-case.ts';
import { ImportDriver } from '../imported-file.fixture.ts';
import { ImportsModule } from '../index.ts';
import { StartImportUseCase } from '../start-import.use-case.ts';
import { UndoImportUseCase } from '../undo-import.use-case.ts';

const HEADER = 'Inquiry ID,Received,Buyer ID,Buyer Name,Country,Message,Reply,Replied at,Status\n';

describe('bringing in inquiries', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let driver: ImportDriver;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures('2026-03-02T05:00:00Z', [ImportsModule]); // Monday 14:00 in Seoul
  });
  beforeEach(async () => {
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-q${(pairs += 1)}`));
    await armChannel(wired, a);
    driver = new ImportDriver(wired, memberContext(a));
  });
  afterAll(() => wired.close());

  /** Brings a file of inquiries in on the seeded channel. */
  const bring = async (content: string, history = false) => {
    const id = await driver.send({ kind: 'inquiries', content });
    const { revision } = await driver.read(id);
    const changed = await wired
      .get(ChangeImportUseCase)
      .execute(driver.ctx, id, revision, { channelId: a.channelId, history, timeZone: 'UTC' });
    expect(isRefused(changed)).toBe(false);
    await driver.work(id);
    expect(isRefused(await wired.get(StartImportUseCase).run(driver.ctx, id))).toBe(false);
    await driver.work(id);
    expect(await driver.read(id)).toMatchObject({ status: 'done', failedRows: 0 });
    return id;
  };
  const threads = (workspace: SeededWorkspace) =>
    wired.db.database.query<Record<string, unknown>>(
      workspace,
      `select external_id as thread, status, due_at is not null as due, message_count as messages, subject,
         (select count(*)::int from inquiries i where i.workspace_id = c.workspace_id and i.conversation_id = c.id) as inquiries
       from conversations c where workspace_id = $1 and external_id <> 'thread-1' order by external_id`,
      [workspace.workspaceId],
    );
  /** Every row that an import of inquiries touches. */
  const everything = async (workspace: SeededWorkspace) => {
    const tables = [
      'buyers',
      'buyer_contacts',
      'buyer_identities',
      'conversations',
      'messages',
      'inquiries',
      'drafts',
      'stage_changes',
    ];
    const rows = await Promise.all(
      tables.map((table) =>
        wired.db.database.query<{ row: object }>(
          workspace,
          `select to_jsonb(t) - 'updated_at' as row from ${table} t where workspace_id = $1 order by id`,
          [workspace.workspaceId],
        ),
      ),
    );
    return Object.fromEntries(tables.map((table, index) => [table, rows[index]!.map(({ row }) => row)]));
  };
  const waitingDrafts = async () =>
    (await wired.waitingJobs(PREPARE_DRAFT)).filter(({ workspaceId }) => workspaceId === a.workspaceId).length;

  it('open ones wait like delivered ones: same queue, same due time, same draft; answered and declined ones do not', async () => {
    await deliverAndApply(
      wired,
      a,
      deliveryBody({
        externalId: 'd1',
        conversation: { externalId: 'D' },
        sender: { externalId: 's-d', name: 'Delivered', country: 'HU' },
        sentAt: '2026-03-02T04:00:00Z',
      }),
    );
    const drafts = await waitingDrafts();
    await bring(`${HEADER}I1,2026-03-02 04:00,B1,Imported,Hungary,What is your MOQ?,,,
I2,2026-03-01 04:00,B2,Answered,Mexico,Price?,Five dollars.,2026-03-01 05:30,answered
I3,2026-03-01 04:00,B3,Declined,Mexico,Sell me a car,,,declined
I4,2026-03-01 04:00,B4,Unmeasured,Mexico,Hello,Hello back,,
`);
    expect(await threads(a)).toMatchObject([
      { thread: 'D', status: 'waiting', due: true, inquiries: 1 },
      { thread: 'I1', status: 'waiting', due: true, messages: 1, inquiries: 1 },
      { thread: 'I2', status: 'answered', due: false, messages: 2, inquiries: 1 },
      { thread: 'I3', status: 'declined', due: false, messages: 1, inquiries: 1 },
      { thread: 'I4', status: 'answered', due: false, messages: 2, inquiries: 0 },
    ]);
    const rows = await wired.db.database.query<{
      thread: string;
      due_at: Date;
      grade_rank: number;
      assignee_id: string | null;
    }>(
      a,
      `select external_id as thread, due_at, grade_rank, assignee_id from conversations where workspace_id = $1 and external_id in ('D', 'I1') order by external_id`,
      [a.workspaceId],
    );
    expect({ ...rows[1], thread: 'D' }).toEqual(rows[0]);
    const [measured] = await wired.db.database.query<{ wall: string }>(
      a,
      `select i.response_wall_ms::text as wall from inquiries i join conversations c on c.workspace_id = i.workspace_id and c.id = i.conversation_id
       where i.workspace_id = $1 and c.external_id = 'I2'`,
      [a.workspaceId],
    );
    expect(measured!.wall).toBe(String(90 * 60_000));
    expect(await waitingDrafts()).toBe(drafts + 1); // I1 alone
    expect(await threads(b)).toEqual([]);
  });

  it('history starts no clock and asks for no draft, now or when the clocks are derived again', async () => {
    const drafts = await waitingDrafts();
    await bring(
      `${HEADER}H1,2024-03-01 04:00,B1,Kim,KR,오래된 문의입니다,,,\nH2,2024-03-01 04:00,B2,Lee,KR,Old,Answered,2024-03-02 04:00,closed\n`,
      true,
    );
    const expected = [
      { thread: 'H1', status: 'answered', due: false, messages: 1, inquiries: 0 },
      { thread: 'H2', status: 'closed', due: false, messages: 2, inquiries: 0 },
    ];
    expect(await threads(a)).toMatchObject(expected);
    expect(await waitingDrafts()).toBe(drafts);
    const rows = await wired.db.database.query<{ id: string }>(
      a,
      `select id from conversations where workspace_id = $1 and external_id like 'H%'`,
      [a.workspaceId],
    );
    for (const { id } of rows)
      await wired.db.unitOfWork.run(a, () =>
        wired.get(RefreshClocksUseCase).execute(a, id, new Date('2026-03-02T06:00:00Z')),
      );
    expect(await threads(a)).toMatchObject(expected);
    // A new message in such a thread opens an inquiry of its own, from its own time.
    await deliverAndApply(
      wired,
      a,
      deliveryBody({
        externalId: 'new',
        conversation: { externalId: 'H1' },
        sender: { externalId: 'B1' },
        sentAt: '2026-03-02T04:30:00Z',
      }),
    );
    expect((await threads(a))[0]).toMatchObject({ status: 'waiting', messages: 2, inquiries: 1 });
  });

  it('what the channel has delivered is not doubled, a second file changes nothing, and a reply that is new is added', async () => {
    await deliverAndApply(
      wired,
      a,
      deliveryBody({
        externalId: 'I1',
        conversation: { externalId: 'I1' },
        sender: { externalId: 'B1' },
        sentAt: '2026-03-02T04:00:30Z',
        text: 'What is your MOQ? (long form)',
      }),
    );
    const file = `${HEADER}I1,2026-03-02 04:00,B1,Kim,KR,What is your MOQ?,,,\n,2026-03-02 04:10,B1,Kim,KR,And the price?,,,\n,2026-03-02 04:10,B1,Kim,KR,And the price?,,,\n`;
    const first = await bring(file);
    expect(await driver.read(first)).toMatchObject({ createdRows: 1, unchangedRows: 2 });
    const once = await everything(a);
    const again = await bring(file);
    expect(await driver.read(again)).toMatchObject({
      createdRows: 0,
      updatedRows: 0,
      unchangedRows: 3,
      preview: { newRecords: 0 },
    });
    expect(await everything(a)).toEqual(once);
    const replied = await bring(
      `${HEADER}I1,2026-03-02 04:00,B1,Kim,KR,What is your MOQ?,100 pieces.,2026-03-02 04:40,\n`,
    );
    expect(await driver.read(replied)).toMatchObject({ createdRows: 0, updatedRows: 1 });
  });

  it('messages of one inquiry that all carry its number stay apart, in one thread', async () => {
    await bring(
      `${HEADER}I9,2026-02-27 04:00,B1,Kim,KR,First,,,\nI9,2026-02-27 06:00,B1,Kim,KR,Second,,,\nI9,2026-02-27 08:00,B1,Kim,KR,Third,,,\n`,
    );
    expect(await threads(a)).toMatchObject([{ thread: 'I9', messages: 3, inquiries: 1 }]);
  });

  it('undone, the workspace is as it was: in new threads, in old ones, and at buyers who were here', async () => {
    await deliverAndApply(
      wired,
      a,
      deliveryBody({
        externalId: 'd1',
        conversation: { externalId: 'T1' },
        sender: { externalId: 'B1', name: 'Kim' },
        sentAt: '2026-03-02T04:00:00Z',
      }),
    );
    // A delivery grades before its inquiry stands; the night grades again from all of it.
    await wired.get(RegradeBuyersUseCase).execute(a, 'all', 'nightly', wired.clock.now());
    const before = await everything(a);
    const others = await everything(b);
    const id = await bring(
      'Inquiry ID,Conversation ID,Received,Buyer ID,Buyer Name,Message,Direction\nm2,T1,2026-03-02 04:20,B1,Kim,More,\nm3,T1,2026-03-02 04:25,,,Ours,sent\nm4,T2,2026-03-02 04:20,B2,Lee,New,\n',
    );
    expect(await threads(a)).toMatchObject([
      { thread: 'T1', status: 'answered', messages: 3 },
      { thread: 'T2', status: 'waiting' },
    ]);
    expect(isRefused(await wired.get(UndoImportUseCase).execute(driver.ctx, id))).toBe(false);
    await driver.work(id);
    expect((await driver.read(id)).status).toBe('undone');
    const after = await everything(a);
    const plain = (rows: Awaited<ReturnType<typeof everything>>) => ({
      ...rows,
      conversations: rows.conversations!.map((row) => ({ ...row, revision: 0 })), // a revision never counts back: a writer may hold it
    });
    expect(plain(after)).toEqual(plain(before));
    expect(await everything(b)).toEqual(others);
  });

  it('a message that came later in one of its threads keeps it from being undone, and is named', async () => {
    const id = await bring(`${HEADER}I1,2026-03-02 04:00,B1,Kim,KR,Hello,,,\n`);
    wired.clock.advance(60_000);
    await deliverAndApply(
      wired,
      a,
      deliveryBody({
        externalId: 'later',
        conversation: { externalId: 'I1' },
        sender: { externalId: 'B1' },
        sentAt: '2026-03-02T04:30:00Z',
      }),
    );
    const outcome = await wired.get(UndoImportUseCase).execute(driver.ctx, id);
    expect(isRefused(outcome)).toBe(true);
    expect(JSON.stringify(outcome)).toContain('messages');
    expect(await threads(a)).toMatchObject([{ thread: 'I1', messages: 2 }]);
  });
});
