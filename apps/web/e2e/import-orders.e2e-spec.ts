import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { DEMO, signIn, startBrowser, wording } from './harness/browser.ts';
import { startProduct, type Product } from './harness/product.ts';

const FILE = gunzipSync(
  readFileSync(join(import.meta.dirname, '../../api/src/imports/fixtures/online-retail-orders.csv.gz')),
);
/** The whole file, on a busy machine. */
const LONG_MS = 180_000;

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

const t = wording('en');

async function upload(page: Page, name: string): Promise<void> {
  await page.goto(`${product.origin}/w/${DEMO.workspace}/imports`);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: t('imports.start.choose'), exact: true }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: FILE });
}

/** What the import could touch, as counts and sums. */
async function figures() {
  const [row] = await product.sql<Record<string, string>>(
    `select (select count(*) from buyers) as buyers, (select count(*) from buyer_identities) as identities,
       (select coalesce(sum(paid_total_minor), 0) from buyers) as paid, (select coalesce(sum(order_count), 0) from buyers) as order_counts,
       (select count(*) from orders) as orders, (select coalesce(sum(total_minor), 0) from orders) as totals,
       (select count(*) from order_adjustments) as adjustments,
       (select md5(string_agg(b::text, '|' order by b.id)) from buyers b) as digest`,
  );
  return row!;
}

const imported = async () => {
  const [row] = await product.sql<{ buyers: number; ordering: number; minor: string }>(
    `select count(*)::int as buyers,
       count(*) filter (where exists (select from orders o where o.workspace_id = b.workspace_id and o.buyer_id = b.id))::int as ordering,
       (select sum(o.total_minor) from orders o where o.import_id is not null and o.currency = 'GBP' and o.cancelled_at is null)::text as minor
     from buyers b where b.import_id is not null`,
  );
  return row!;
};

/** The sum of the orders that stand, from the file itself. */
function plainMinor(): string {
  const [, ...lines] = FILE.toString('utf8').trim().split('\n');
  const cents = lines
    .map((line) => line.trim().split(','))
    .filter(([, , , , , kind, , , , cancelledAt]) => kind === 'order' && cancelledAt === '')
    .reduce((sum, [, , , , , , , , amount]) => sum + BigInt(Math.round(Number(amount) * 100)), 0n);
  return cents.toString();
}

test('23,644 real invoices through the screen: 2,971 buyers, 2,928 of them with an order; again changes nothing; undone leaves it as it was', async () => {
  const { page, context, problems } = await signIn(browser, product, DEMO.owner, 'en');
  page.setDefaultTimeout(LONG_MS);
  const rate = await context.request.post(`${product.origin}/graphql`, {
    headers: { 'x-dangol-workspace': DEMO.workspace },
    data: {
      query: `mutation ($input: SetExchangeRateInput!) { setExchangeRate(input: $input) { __typename } }`,
      variables: {
        input: { id: '0190c1d2-0000-7000-8000-00000000c0de', currency: 'GBP', rate: '1.6', onDate: '2009-12-01' },
      },
    },
  });
  expect(await rate.json()).not.toHaveProperty('errors');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const before = await figures();

  await upload(page, 'online-retail-orders.csv');
  const run = button(t('imports.check.run', { what: '23,644 orders' }));
  await run.waitFor();
  await page.getByText(t('imports.check.newBuyers', { what: '2,971 buyers' })).waitFor();
  await run.click();
  await heading(t('imports.done.title', { what: '23,644 orders' })).waitFor();
  expect(await imported()).toEqual({ buyers: 2_971, ordering: 2_928, minor: plainMinor() });
  const once = await figures();

  await upload(page, 'online-retail-orders (2).csv');
  await page.getByText(/The same file was uploaded before/).waitFor();
  await run.click();
  await heading(t('imports.done.title', { what: '23,644 orders' })).waitFor();
  const unchanged = page.locator('dl > div').filter({ hasText: t('imports.counts.unchanged') });
  expect(await unchanged.locator('dd').innerText()).toBe('23,644');
  expect(await figures()).toEqual(once);

  await page.goto(`${product.origin}/w/${DEMO.workspace}/imports`);
  await page.getByRole('button', { name: t('imports.undo.of', { name: 'online-retail-orders.csv' }) }).click();
  await page.getByRole('dialog').getByText('23,644').waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('imports.undo.confirm') })
    .click();
  await page.getByRole('link', { name: 'online-retail-orders.csv', exact: true }).click();
  await heading(t('imports.ended.titles.UNDONE')).waitFor();
  expect(await figures()).toEqual(before);
  expect(problems).toEqual([]);
  await context.close();
}, 600_000);
