import { isRefused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import pg from 'pg';
import { RecountOrdersUseCase } from '../../buyers/index.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { ChangeImportUseCase } from '../change-import.use-case.ts';
import { EditRowsUseCase } from '../edit-rows.use-case.ts';
import { ImportDriver } from '../imported-file.fixture.ts';
import { ImportsModule } from '../index.ts';
import { StartImportUseCase } from '../start-import.use-case.ts';
import { UndoImportUseCase } from '../undo-import.use-case.ts';

const NOW = '2026-06-15T10:00:00Z';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let driver: ImportDriver;
let admin: pg.Client;
beforeAll(async () => {
  wired = await wireFeatures(NOW, [ImportsModule]);
  ({ a, b } = await seedTwoWorkspaces(wired.db));
  driver = new ImportDriver(wired, memberContext(a));
  admin = new pg.Client({ connectionString: wired.db.url });
  await admin.connect();
  await admin.query(`delete from exchange_rates`);
});
afterAll(async () => {
  await admin.end();
  await wired.close();
});

const run = async (id: string) => {
  expect(isRefused(await wired.get(StartImportUseCase).run(driver.ctx, id))).toBe(false);
  await driver.work(id);
  return driver.read(id);
};
const change = async (id: string, input: Parameters<ChangeImportUseCase['execute']>[3]) => {
  const { revision } = await driver.read(id);
  expect(isRefused(await wired.get(ChangeImportUseCase).execute(driver.ctx, id, revision, input))).toBe(false);
  await driver.work(id);
  return driver.read(id);
};
const undo = async (id: string) => {
  const outcome = await wired.get(UndoImportUseCase).execute(driver.ctx, id);
  if (isRefused(outcome)) return outcome.refusal;
  await driver.work(id);
  return driver.read(id);
};
const rows = async <Row>(sql: string, params: readonly unknown[] = [a.workspaceId]): Promise<Row[]> =>
  (await admin.query(sql, [...params])).rows as Row[];
const csv = (...lines: string[]): string => lines.join('\n');

describe('buyers', () => {
  const file = csv(
    'buyer id,name,country,email,phone,employees,tags,note,platform level',
    'X1,Lumo Kft,HU,info@lumo.hu,+36 1 234 5678,12,expo; vip,Met in Seoul,L3',
    'X2,Sol Trading,MX,a@sol.mx,,200,expo,,',
    'X3,Bad Mail,US,not-an-address,,,,,',
    ',Sol Trading 2,MX,a@sol.mx,,,,,',
    'X1,Lumo again,HU,second@lumo.hu,,,vip,,',
  );

  test('are made once with what the file says; bad rows are told and corrected in place; undone leaves nothing', async () => {
    const id = await driver.send({ content: file, kind: 'buyers' });
    expect(await driver.read(id)).toMatchObject({
      status: 'checked',
      goodRows: 4,
      badRows: 1,
      preview: { newBuyers: 2, repeatedInFile: 1 },
    });
    const edit = wired.get(EditRowsUseCase);
    await edit.correct(driver.ctx, id, 4, ['X3', 'Good Mail', 'US', 'good@mail.us', '', '', '', '', '']);
    expect(await driver.read(id)).toMatchObject({ goodRows: 5, badRows: 0 });
    await edit.leaveOut(driver.ctx, id, [4]);
    expect(await driver.read(id)).toMatchObject({ goodRows: 4, badRows: 0, leftOutRows: 1 });
    await edit.correct(driver.ctx, id, 4, ['X3', 'Good Mail', 'US', 'good@mail.us', '', '', '', '', '']);
    expect(await run(id)).toMatchObject({
      status: 'done',
      createdRows: 3,
      unchangedRows: 0,
      updatedRows: 2,
      failedRows: 0,
    });
    const made = await rows<Record<string, unknown>>(
      `select b.name, b.country, b.employees, b.grade is not null as graded,
         (select array_agg(i.external_id || coalesce(i.platform_level, '') order by 1) from buyer_identities i where i.workspace_id = $1 and i.buyer_id = b.id) as ids,
         (select array_agg(c.email order by c.email) from buyer_contacts c where c.workspace_id = $1 and c.buyer_id = b.id) as emails,
         (select array_agg(t.name order by t.name) from buyer_tags g join tags t on t.workspace_id = $1 and t.id = g.tag_id where g.workspace_id = $1 and g.buyer_id = b.id) as tags
       from buyers b where b.workspace_id = $1 and b.import_id = $2 order by b.name`,
      [a.workspaceId, id],
    );
    expect(made).toEqual([
      {
        name: 'Good Mail',
        country: 'US',
        employees: null,
        graded: true,
        ids: ['X3'],
        emails: ['good@mail.us'],
        tags: null,
      },
      {
        name: 'Lumo Kft',
        country: 'HU',
        employees: 12,
        graded: true,
        ids: ['X1L3'],
        emails: ['info@lumo.hu', 'second@lumo.hu'],
        tags: ['expo', 'vip'],
      },
      {
        name: 'Sol Trading',
        country: 'MX',
        employees: 200,
        graded: true,
        ids: ['X2'],
        emails: ['a@sol.mx'],
        tags: ['expo'],
      },
    ]);
    expect(
      await rows(`select from buyers where workspace_id = $1 and import_id is not null and import_id <> $2`, [
        b.workspaceId,
        b.importId,
      ]),
    ).toEqual([]);
    expect(await undo(id)).toMatchObject({ status: 'undone' });
    expect(await rows(`select from buyers where workspace_id = $1 and import_id = $2`, [a.workspaceId, id])).toEqual(
      [],
    );
    expect(await rows(`select from tags where workspace_id = $1 and name in ('expo', 'vip')`)).toEqual([]);
  });

  test('that are known are filled, overwritten or left alone, and get back what they had', async () => {
    const seen = async () =>
      rows(`select b.*, (select array_agg(c.phone order by c.id) from buyer_contacts c where c.workspace_id = $1 and c.buyer_id = b.id) as phones
            from buyers b where b.workspace_id = $1 and b.id = '${a.buyerId}'`);
    await admin.query(`update buyers set company = 'Old', employees = null where workspace_id = $1 and id = $2`, [
      a.workspaceId,
      a.buyerId,
    ]);
    await admin.query(
      `insert into buyer_contacts (workspace_id, id, buyer_id, email, created_at) values ($1, gen_random_uuid(), $2, 'known@old.com', $3)`,
      [a.workspaceId, a.buyerId, NOW],
    );
    await wired.get(RecountOrdersUseCase).executeForMany(a, [a.buyerId], new Date(NOW));
    const before = await seen();
    const content = csv('name,company,email,employees', 'Whoever,New,known@old.com,30');
    for (const [known, company, employees] of [
      ['fill', 'Old', 30],
      ['overwrite', 'New', 30],
      ['skip', 'Old', null],
    ] as const) {
      const id = await driver.send({ content, kind: 'buyers' });
      expect((await change(id, { known })).preview.matched.email).toBe(1);
      expect(await run(id)).toMatchObject({ createdRows: 0, updatedRows: known === 'skip' ? 0 : 1 });
      expect(
        await rows(`select company, employees from buyers where workspace_id = $1 and id = '${a.buyerId}'`),
      ).toEqual([{ company, employees }]);
      expect(await undo(id)).toMatchObject({ status: 'undone' });
      expect(await seen()).toEqual(before);
    }
  });

  test('whose record was worked on since keep their import from being undone', async () => {
    const id = await driver.send({ content: csv('buyer id,name', 'D1,Depended'), kind: 'buyers' });
    await run(id);
    await admin.query(
      `insert into buyer_notes (workspace_id, id, buyer_id, author_id, text, created_at)
       select $1, gen_random_uuid(), id, $2, 'call back', now() from buyers where workspace_id = $1 and import_id = $3`,
      [a.workspaceId, a.ownerId, id],
    );
    expect(await undo(id)).toMatchObject({
      code: 'IMPORT_DEPENDED_ON',
      dependents: [{ what: 'buyer_notes', count: 1, example: 'Depended' }],
    });
    expect((await driver.read(id)).status).toBe('done');
  });
});

test('contacts go to the buyer that the row names, once', async () => {
  await run(await driver.send({ content: csv('buyer id,name,country', 'C1,Nordhaut,DE'), kind: 'buyers' }));
  const content = csv('buyer id,contact name,email', 'C1,Anna,anna@nord.de', 'C1,Ben,ben@nord.de');
  const first = await run(await driver.send({ content, kind: 'contacts' }));
  expect(first).toMatchObject({ createdRows: 2, failedRows: 0 });
  expect(await run(await driver.send({ content, kind: 'contacts' }))).toMatchObject({
    createdRows: 0,
    unchangedRows: 2,
  });
  const named = csv('buyer,contact name,email', 'nordhaut,Cara,cara@nord.de');
  await run(await driver.send({ content: named, kind: 'contacts' }));
  expect(
    await rows(
      `select c.name from buyer_contacts c join buyers b on b.workspace_id = $1 and b.id = c.buyer_id where c.workspace_id = $1 and b.name = 'Nordhaut' order by 1`,
    ),
  ).toEqual([{ name: 'Anna' }, { name: 'Ben' }, { name: 'Cara' }]);
});

describe('orders', () => {
  test('of a currency without a rate are told once, and come in when there is one', async () => {
    const content = csv(
      'order id,buyer id,order date,total,currency',
      'R1,B9,2026-01-05,10.00,EUR',
      'R2,B9,2026-01-06,5,USD',
    );
    const id = await driver.send({ content, kind: 'orders' });
    expect(await driver.read(id)).toMatchObject({
      goodRows: 1,
      badRows: 1,
      problemCode: 'NO_EXCHANGE_RATE',
      problem: 'EUR',
    });
    await admin.query(
      `insert into exchange_rates (workspace_id, id, currency, base_currency, on_date, rate, source, created_at)
       select $1, gen_random_uuid(), 'EUR', base_currency, '2026-03-01', 1.5, 'test', now() from workspaces where id = $1`,
      [a.workspaceId],
    );
    expect(await change(id, {})).toMatchObject({ goodRows: 2, badRows: 0, problemCode: null });
    expect(await run(id)).toMatchObject({ createdRows: 2 });
    expect(
      await rows(
        `select total_minor::int as total, base_total_minor::int as base from orders where workspace_id = $1 and external_id = 'R1'`,
      ),
    ).toEqual([{ total: 1000, base: 1500 }]);
  });

  test('a status says what became of them, and a cancelled one does not count', async () => {
    const content = csv(
      'order id,buyer id,order date,total,currency,status',
      'S1,B8,2026-01-05,10,USD,completed',
      'S2,B8,2026-01-06,10,USD,cancelled',
      'S3,B8,2026-01-07,10,USD,unpaid',
      'S4,B8,2026-01-08,-3,USD,',
    );
    const id = await driver.send({ content, kind: 'orders' });
    expect(await run(id)).toMatchObject({ createdRows: 4 });
    expect(
      await rows(
        `select state, paid_at is not null as paid, cancelled_at is not null as cancelled from orders where workspace_id = $1 and external_id like 'S_' order by external_id`,
      ),
    ).toEqual([
      { state: 'COMPLETED', paid: true, cancelled: false },
      { state: 'CANCELLED', paid: false, cancelled: true },
      { state: 'PENDING_PAYMENT', paid: false, cancelled: false },
    ]);
    expect(
      await rows(
        `select kind, amount_minor::int as amount from order_adjustments where workspace_id = $1 and external_id = 'S4'`,
      ),
    ).toEqual([{ kind: 'cancellation', amount: -300 }]);
    expect(
      await rows(
        `select order_count from buyers b join buyer_identities i on i.workspace_id = $1 and i.buyer_id = b.id where b.workspace_id = $1 and i.external_id = 'B8'`,
      ),
    ).toEqual([{ order_count: 1 }]);
  });
});

test('order lines make the order with the sum of its lines, once; what came back stands beside it', async () => {
  const content = csv(
    'order id,customer id,order date,sku,description,quantity,unit price,currency',
    'L1,B7,2026-02-01,SKU-1,Cup,10,2.50,USD',
    'L1,B7,2026-02-01,SKU-1,Cup,10,2.50,USD',
    'L1,B7,2026-02-01,SKU-2,Plate,2,5,USD',
    'L1,B7,2026-02-01,SKU-2,Plate,-1,5,USD',
    'L9,,,SKU-2,Nobody,1,5,USD',
  );
  const id = await driver.send({ content, kind: 'order_lines' });
  expect(await driver.read(id)).toMatchObject({ badRows: 1, goodRows: 4, preview: { newBuyers: 1 } });
  expect(await run(id)).toMatchObject({ createdRows: 4, failedRows: 1 });
  expect(
    await rows(
      `select total_minor::int as total, (select count(*)::int from order_lines l where l.workspace_id = $1 and l.order_id = o.id) as lines from orders o where o.workspace_id = $1 and external_id = 'L1'`,
    ),
  ).toEqual([{ total: 6000, lines: 3 }]);
  expect(
    await rows(
      `select amount_minor::int as amount from order_adjustments where workspace_id = $1 and external_id = 'L1:returns'`,
    ),
  ).toEqual([{ amount: -500 }]);
  const again = await run(await driver.send({ content, kind: 'order_lines' }));
  expect(again).toMatchObject({ createdRows: 0, updatedRows: 0, unchangedRows: 4, failedRows: 1 });
  await undo(again.id);
  expect(await undo(id)).toMatchObject({ status: 'undone' });
  expect(await rows(`select from orders where workspace_id = $1 and external_id = 'L1'`)).toEqual([]);
});

describe('order lines of a file that is longer than a batch', () => {
  const HEADER = 'order id,customer id,order date,sku,description,quantity,unit price,currency';
  const fillers = (prefix: string): string[] =>
    Array.from({ length: 2_000 }, (_, n) => `${prefix}-${n},B5,2026-02-02,SKU-9,Filler,1,1,USD`);
  const bring = async (content: string, kind = 'order_lines') => run(await driver.send({ content, kind }));
  const linesOf = (number: string) =>
    rows<{ total: number; lines: number }>(
      `select total_minor::int as total, (select count(*)::int from order_lines l where l.workspace_id = $1 and l.order_id = o.id) as lines
       from orders o where o.workspace_id = $1 and external_id = '${number}'`,
    );
  const notesOf = (number: string) =>
    rows<Record<string, unknown>>(
      `select a.external_id as id, a.kind, a.amount_minor::int as amount, o.external_id as of from order_adjustments a
       left join orders o on o.workspace_id = $1 and o.id = a.order_id
       where a.workspace_id = $1 and a.external_id like '${number}%' order by 1`,
    );

  test('keep every line of an order, wherever its rows lie; the same file again makes none', async () => {
    const line = 'G1,B5,2026-02-01,SKU-1,Cup,10,2.50,USD';
    const content = csv(HEADER, line, ...fillers('GF'), line);
    expect(await bring(content)).toMatchObject({ createdRows: 2_002, failedRows: 0 });
    expect(await linesOf('G1')).toEqual([{ total: 5_000, lines: 2 }]);
    expect(await bring(content)).toMatchObject({ createdRows: 0, unchangedRows: 2_002 });
    expect(await linesOf('G1')).toEqual([{ total: 5_000, lines: 2 }]);
  });

  test('add what comes back to one note of the order', async () => {
    const content = csv(
      HEADER,
      'G3,B5,2026-02-01,SKU-1,Cup,10,2.50,USD',
      'G3,B5,2026-02-03,SKU-1,Cup,-1,2.50,USD',
      ...fillers('GR'),
      'G3,B5,2026-02-05,SKU-1,Cup,-2,2.50,USD',
    );
    expect(await bring(content)).toMatchObject({ createdRows: 2_003, failedRows: 0 });
    const note = { id: 'G3:returns', kind: 'cancellation', amount: -750, of: 'G3' };
    expect(await notesOf('G3')).toEqual([note]);
    expect(await bring(content)).toMatchObject({ createdRows: 0, unchangedRows: 2_003 });
    expect(await notesOf('G3')).toEqual([note]);
  });

  test('give a number of a line that stands twice to its first row, time after time', async () => {
    const numbered = `${HEADER},line`;
    const content = csv(
      numbered,
      'G4,B5,2026-02-01,SKU-1,Cup,1,2.50,USD,1',
      'G4,B5,2026-02-01,SKU-2,Plate,1,5,USD,1',
      'G4,B5,2026-02-01,SKU-2,Plate,3,5,USD,2',
    );
    expect(await bring(content)).toMatchObject({ createdRows: 3 });
    for (let again = 0; again < 2; again += 1)
      expect(await bring(content)).toMatchObject({ createdRows: 0, unchangedRows: 3 });
    expect(await linesOf('G4')).toEqual([{ total: 2_250, lines: 3 }]);
  });

  test('keep fees and what came back apart, each with the sign it has', async () => {
    const content = csv(
      `${HEADER},kind`,
      'G2,B5,2026-02-01,SKU-1,Cup,10,2.50,USD,',
      'G2,B5,2026-02-01,POST,Postage,1,15,USD,fee',
      'G2,B5,2026-02-01,POST,Postage back,1,-5,USD,fee',
      'G2,B5,2026-02-01,SKU-1,Cup,1,2.50,USD,refund',
      'G2,B5,2026-02-01,DISC,Discount,1,-1,USD,',
      'G5,B5,2026-02-01,SKU-1,Cup,-1,2.50,USD,',
      'G5,B5,2026-02-01,POST,Postage,1,4,USD,fee',
    );
    expect(await bring(content)).toMatchObject({ createdRows: 7, failedRows: 0 });
    expect(await linesOf('G2')).toEqual([{ total: 2_500, lines: 1 }]);
    const notes = [
      { id: 'G2:adjustments', kind: 'adjustment', amount: 1_000, of: 'G2' },
      { id: 'G2:returns', kind: 'cancellation', amount: -350, of: 'G2' },
      { id: 'G5', kind: 'cancellation', amount: -250, of: null },
      { id: 'G5:adjustments', kind: 'adjustment', amount: 400, of: null },
    ];
    expect([...(await notesOf('G2')), ...(await notesOf('G5'))]).toEqual(notes);
    const again = await bring(content);
    expect(again).toMatchObject({ createdRows: 0, unchangedRows: 7 });
    expect([...(await notesOf('G2')), ...(await notesOf('G5'))]).toEqual(notes);
  });
});
