import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { DEMO, TRIED_LANGUAGES, signIn, startBrowser, wording, type Language } from './harness/browser.ts';
import { startProduct, type Product } from './harness/product.ts';

/** 200 inquiries as a Korean Excel saves them: CP949, Korean headers, six rows that cannot be taken. */
const CP949 = readFileSync(join(import.meta.dirname, 'fixtures/inquiries-cp949.csv'));

let product: Product;
let browser: Browser;
beforeEach(async () => {
  product = await startProduct();
  browser ??= await startBrowser();
}, 300_000);
afterEach(() => product?.stop());
afterAll(() => browser?.close());

/** The file with its six rows mended. What is wrong in them is ASCII, so that the Korean around it stays in its encoding. */
function corrected(): Buffer {
  const mended = [
    ['2026-13-45', '2026-09-17 09:52'],
    ['kovacs.example.com', 'kovacs@example.com'],
    ['8.21E+11', '+36 1 5002849'],
    ['Atlantis', 'Hungary'],
    ['three hundred', '300'],
    [/(Q-10140,[^\r]*,\d+),,/, '$1,Please quote 300 pieces.,'],
  ].reduce<string>((before, [wrong, right]) => before.replace(wrong!, right as string), CP949.toString('latin1'));
  return Buffer.from(mended, 'latin1');
}

async function seriousProblems(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

/** Clicks, counted; the file chooser's own dialog is the operating system's. */
function counted(page: Page) {
  let clicks = 0;
  const click = async (control: Locator) => {
    clicks += 1;
    await control.click();
  };
  const choose = async (control: Locator, name: string, content: Buffer) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click(control)]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: content });
  };
  return { click, choose, clicks: () => clicks };
}

const stored = async () => {
  const [row] = await product.sql<{ conversations: number; messages: number; inquiries: number; buyers: number }>(
    `select count(distinct c.id)::int as conversations, count(distinct m.id)::int as messages,
            count(distinct i.id)::int as inquiries, count(distinct c.buyer_id)::int as buyers
     from messages m
     join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     left join inquiries i on i.workspace_id = c.workspace_id and i.conversation_id = c.id
     join workspaces w on w.id = m.workspace_id
     where w.slug = $1 and m.external_id like 'Q-1%'`,
    [DEMO.workspace],
  );
  return row!;
};

test.each(TRIED_LANGUAGES)(
  'walkthrough 1 (%s): 200 inquiries from a CP949 file with 6 bad rows in at most 7 clicks: 194 stored, 6 failed with reasons; the corrected file gives 200, no duplicates',
  async (language: Language) => {
    const t = wording(language);
    const { page, context, problems } = await signIn(browser, product, DEMO.rep, language);
    const { click, choose, clicks } = counted(page);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const amount = (count: number) => (language === 'ko' ? `문의 ${count}개` : `${count} inquiries`);
    const count = (name: string) =>
      page
        .locator('dl > div')
        .filter({ hasText: t(`imports.counts.${name}`) })
        .locator('dd');

    await click(page.getByRole('link', { name: new RegExp(`^${t('shell.pages.inbox')}`) }));
    await click(page.getByRole('link', { name: t('imports.open'), exact: true }));
    await button(t('imports.start.choose')).waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await choose(button(t('imports.start.choose')), '문의 9-10월.csv', CP949);
    const run = button(t('imports.check.run', { what: amount(194) }));
    await run.waitFor();
    // Nobody had to match anything, and each of the six says what is wrong with it.
    await page.getByText(t('imports.columns.encodings.cp949')).waitFor();
    await page.getByText(t('imports.problems.NOT_AN_EMAIL', { value: 'kovacs.example.com' })).waitFor();
    await page.getByText(t('imports.problems.UNKNOWN_COUNTRY', { value: 'Atlantis' })).waitFor();
    await page.getByText(t('imports.problems.REQUIRED')).waitFor();
    expect(await page.locator('tr[data-state="BAD"]').count()).toBe(6);
    expect(await seriousProblems(page)).toEqual([]);

    await click(run);
    await button(t('imports.done.corrected')).waitFor();
    expect(await count('created').innerText()).toBe('194');
    expect(await count('failed').innerText()).toBe('6');
    await page.getByText(t('imports.problems.IMPOSSIBLE_DATE', { value: '2026-13-45' })).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    const first = await stored();
    expect(first.messages).toBe(194);

    await choose(button(t('imports.done.corrected')), '문의 9-10월 (고침).csv', corrected());
    await click(button(t('imports.check.run', { what: amount(200) })));
    await page.getByRole('heading', { name: t('imports.done.title', { what: amount(200) }) }).waitFor();
    expect(await count('created').innerText()).toBe('6');
    expect(await count('failed').innerText()).toBe('0');
    expect((await stored()).messages).toBe(200);
    expect(clicks()).toBeLessThanOrEqual(7);

    // What stands in the database is what stood in the file: the Korean came through.
    const [message] = await product.sql<{ text: string; name: string }>(
      `select m.text, b.name from messages m
       join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
       join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id where m.external_id = 'Q-10001'`,
    );
    expect(message!.text).toContain('시카 세럼 30ml');
    const [rare] = await product.sql<{ count: number }>(
      `select count(*)::int as count from messages where external_id like 'Q-1%' and text like '%똠얌%'`,
    );
    expect(rare!.count).toBeGreaterThan(20); // a syllable that CP949 has and EUC-KR has not
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('a bad row is mended by keyboard where it stands, left out, and an import survives a reload and is undone', async () => {
  const t = wording('ko');
  const { page, context, problems } = await signIn(browser, product, DEMO.rep, 'ko');
  const { choose } = counted(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const before = await stored();
  await page.goto(`${product.origin}/w/${DEMO.workspace}/imports`);
  await page.getByText(t('imports.list.none')).waitFor();
  await choose(button(t('imports.start.choose')), '문의.csv', CP949);

  const mail = page.getByLabel(t('imports.check.cellLabel', { column: '이메일', row: 44 }));
  await mail.fill('still wrong');
  await mail.press('Enter');
  await page.getByText(t('imports.problems.NOT_AN_EMAIL', { value: 'still wrong' })).waitFor();
  await mail.fill('kovacs@example.com');
  await mail.press('Enter');
  const row = page.locator('tr', { has: mail });
  await row.getByText(t('imports.check.rowStates.CORRECTED'), { exact: true }).waitFor();
  // Enter went on to the next wrong cell: the phone of row 79.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    t('imports.check.cellLabel', { column: '연락처', row: 79 }),
  );
  await button(t('imports.check.run', { what: '문의 195개' })).waitFor();
  await page
    .locator('tr[data-state="BAD"]')
    .first()
    .getByRole('button', { name: t('imports.check.leaveOut') })
    .click();
  await page.locator('tr[data-state="LEFT_OUT"]').waitFor();

  await page.reload();
  await button(t('imports.check.run', { what: '문의 195개' })).click();
  await page.getByRole('button', { name: t('imports.undo.act'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('195').first().waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: t('imports.undo.confirm') }).click();
  await page.getByRole('heading', { name: t('imports.ended.titles.UNDONE') }).waitFor();
  expect(await stored()).toEqual(before);

  await page.getByRole('button', { name: t('imports.allImports') }).click();
  await page.getByText(t('imports.states.UNDONE'), { exact: true }).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test('columns that cannot be told are asked for, a wrong encoding is seen, and an ambiguous date is asked once in words', async () => {
  const t = wording('en');
  const { page, context, problems } = await signIn(browser, product, DEMO.rep, 'en');
  const { choose } = counted(page);
  await page.goto(`${product.origin}/w/${DEMO.workspace}/imports?kind=INQUIRIES`);
  const file =
    'No.;When;Who;Mail;Words\r\n1;2/3/26;Anna;anna@example.com;"How much, please?"\r\n2;4/5/26;Ben;ben@example.com;Do you ship to Chile?\r\n';
  await choose(page.getByRole('button', { name: t('imports.start.choose') }), 'list.csv', Buffer.from(file));
  await page.getByText(/Required columns are missing/).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  const becomes = (column: string) => page.getByLabel(t('imports.columns.fieldOf', { column }));
  await becomes('When').selectOption({ label: `${t('imports.fields.INQUIRIES.received_at')} (required)` });
  await becomes('Who').selectOption({ label: t('imports.fields.INQUIRIES.buyer_name') });
  await becomes('Words').selectOption({ label: `${t('imports.fields.INQUIRIES.message')} (required)` });
  await page.getByText(/Required columns are missing/).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^Check/ }).click();

  await page.getByText(t('imports.columns.dateQuestion', { sample: '2/3/26' })).waitFor();
  expect(await page.getByRole('button', { name: /^Check/ }).isDisabled()).toBe(true);
  await page.getByLabel('Mar 2, 2026 (day, month, year)').check();
  await page.getByRole('button', { name: /^Check/ }).click();
  await page.getByRole('button', { name: t('imports.check.run', { what: '2 inquiries' }) }).click();
  await page.getByRole('heading', { name: t('imports.done.title', { what: '2 inquiries' }) }).waitFor();
  const days = await product.sql<{ day: string }>(
    `select to_char(m.sent_at at time zone 'Asia/Seoul', 'YYYY-MM-DD') as day from messages m
     join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id where b.name in ('Anna', 'Ben') order by 1`,
  );
  expect(days).toEqual([{ day: '2026-03-02' }, { day: '2026-05-04' }]);
  expect(problems).toEqual([]);
  await context.close();
});

test('a file that is no table, a cut connection and a broken workbook each say what to do', async () => {
  const t = wording('en');
  const { page, context } = await signIn(browser, product, DEMO.rep, 'en');
  const { choose } = counted(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(`${product.origin}/w/${DEMO.workspace}/imports`);
  await choose(button(t('imports.start.choose')), 'offer.pdf', Buffer.from('%PDF-1.4'));
  await page.getByText(t('imports.upload.failures.NOT_A_TABLE')).waitFor();
  expect(await seriousProblems(page)).toEqual([]);

  await page.route('**/imports/*?workspace=*', (route) => route.abort());
  await choose(button(t('imports.upload.another')), 'list.csv', CP949);
  await page.getByText(t('imports.upload.failures.OFFLINE')).waitFor();
  await page.unroute('**/imports/*?workspace=*');
  await button(t('common.retry')).click();
  await page.getByText(t('imports.columns.encodings.cp949')).waitFor();

  await button(t('imports.allImports')).click();
  await choose(button(t('imports.start.choose')), 'broken.xlsx', Buffer.from('PK\u0003\u0004 and nothing more'));
  await page.getByRole('heading', { name: t('imports.ended.titles.FAILED') }).waitFor();
  await page.getByText(t('imports.fileProblems.BROKEN_FILE')).waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await context.close();
});
