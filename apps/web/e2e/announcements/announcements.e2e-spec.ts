import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { DEMO, TRIED_LANGUAGES, signIn, startBrowser, wording, type Language } from '../harness/browser.ts';
import { startProduct, type Product } from '../harness/product.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await startBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const SEND = { ko: /^바이어 (\d+)명에게 보내기$/, en: /^Send to (\d+) buyers?$/ };
const UTF8_MARK = [0xef, 0xbb, 0xbf];

async function seriousProblems(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

/** The announcement's state, who was left out by hand, and how many of its messages may still leave or have left. */
async function stored(name: string) {
  const [row] = await product.sql<{ state: string; leftOut: string[]; leaving: number }>(
    `select a.state, count(m.id) filter (where m.delivery_status <> 'cancelled')::int as leaving,
       coalesce(json_agg(b.name) filter (where r.skip_reason = 'by_hand'), '[]') as "leftOut"
     from announcements a join announcement_recipients r on r.workspace_id = a.workspace_id and r.announcement_id = a.id
     join buyers b on b.workspace_id = r.workspace_id and b.id = r.buyer_id
     left join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
     where a.name = $1 group by a.id, a.state`,
    [name],
  );
  return row;
}

describe.each(TRIED_LANGUAGES)('announcements and downloads (%s)', (language: Language) => {
  const t = wording(language);

  test('a product is announced to those who ordered; one is left out; Undo brings the draft back', async () => {
    const name = `Spring ${language}`;
    const { page, context, problems } = await signIn(browser, product, DEMO.owner, language);
    const button = (text: string | RegExp) => page.getByRole('button', { name: text, exact: true });
    const send = page.getByRole('button', { name: SEND[language] });
    const sendTo = async () => Number(SEND[language].exec((await send.textContent()) ?? '')?.[1]);

    await page.getByRole('link', { name: t('shell.pages.products'), exact: true }).click();
    await page.getByRole('link', { name: t('announcements.open'), exact: true }).click();
    await page.getByRole('link', { name: t('announcements.add'), exact: true }).click();
    await button(t('announcements.choose')).click();
    await page.getByText(t('announcements.wrong.productIds')).waitFor();
    const called = page.getByRole('textbox', { name: t('announcements.name'), exact: true });
    expect(await called.evaluate((input) => input === document.activeElement)).toBe(true);
    await called.fill(name);
    await page.getByLabel(t('announcements.products.search'), { exact: true }).fill('EP-60');
    await button(/EP-60/).click();
    await button(`${t('announcements.segment.grades')} A`).click();
    await button(`${t('announcements.segment.grades')} B`).click();
    expect(await seriousProblems(page)).toEqual([]);
    await button(t('announcements.choose')).click();

    await send.waitFor();
    const ready = await sendTo();
    expect(ready).toBeGreaterThan(1);
    const items = page.getByRole('main').locator('li:not(details li)');
    expect(await items.count()).toBe(ready);
    const first = items.first();
    const buyer = (await first.getByRole('link').textContent())!;
    await first.getByText(`Hello ${buyer},`).waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await button(t('announcements.leaveOutFor', { name: buyer })).click();
    await button(t('announcements.takeInFor', { name: buyer })).waitFor();
    expect(await first.getByText(`Hello ${buyer},`).count()).toBe(0);
    expect(await sendTo()).toBe(ready - 1);
    await send.click();
    await page.getByRole('heading', { name: t('announcements.came') }).waitFor();
    expect(await stored(name)).toEqual({ state: 'sent', leftOut: [buyer], leaving: ready - 1 });

    await button(t('common.undo')).click();
    await page.getByText(t('announcements.takenBack')).waitFor();
    await send.waitFor();
    expect(await sendTo()).toBe(ready - 1);
    expect(await stored(name)).toEqual({ state: 'draft', leftOut: [buyer], leaving: 0 });
    expect(problems).toEqual([]);
    await context.close();
  });

  test('the buyers that the list shows come as a CSV file that Excel reads', async () => {
    const { page, context, problems } = await signIn(browser, product, DEMO.owner, language);
    await page.getByRole('link', { name: t('shell.pages.buyers'), exact: true }).click();
    const total = page.getByRole('main').getByRole('status').filter({ hasText: /\d/ }).first();
    const shown = async () => Number(/[\d,]+/.exec((await total.textContent()) ?? '')?.[0].replaceAll(',', ''));
    await total.waitFor();
    const all = await shown();
    await page.getByRole('button', { name: `${t('buyers.grade')} B`, exact: true }).click();
    await page.waitForURL(/grade=B/);
    await total.filter({ hasNotText: String(all) }).waitFor();
    await page.getByRole('button', { name: t('exports.download'), exact: true }).click();
    const item = t('exports.listAs', { list: t('exports.lists.buyers'), format: t('exports.formats.csv') });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item, exact: true }).click(),
    ]);
    const file = readFileSync(await download.path());
    expect([...file.subarray(0, 3)]).toEqual(UTF8_MARK);
    const [header, ...rows] = parse(file, { bom: true }) as string[][];
    expect(header!.length).toBeGreaterThan(1);
    expect(rows.length).toBeLessThan(all);
    expect(rows.length).toBe(await shown());
    expect(problems).toEqual([]);
    await context.close();
  });
});
