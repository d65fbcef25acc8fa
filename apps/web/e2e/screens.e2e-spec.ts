import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { DEMO, FULL, LANGUAGES, signIn, startBrowser, wording, type Language, type Person } from './harness/browser.ts';
import { startProduct, type Product } from './harness/product.ts';

let product: Product;
let browser: Browser;
let conversationId: string;
let buyerId: string;
let productId: string;
beforeAll(async () => {
  product = await startProduct();
  browser = await startBrowser();
  const [row] = await product.sql<{ id: string; buyer_id: string }>(
    `select c.id, c.buyer_id from conversations c join workspaces w on w.id = c.workspace_id where w.slug = $1 and c.status = 'waiting' order by c.due_at limit 1`,
    [DEMO.workspace],
  );
  [conversationId, buyerId] = [row!.id, row!.buyer_id];
  const [offered] = await product.sql<{ id: string }>(
    `select p.id from products p join workspaces w on w.id = p.workspace_id where w.slug = $1 order by p.code limit 1`,
    [DEMO.workspace],
  );
  productId = offered!.id;
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 900, height: 800 };
const AREAS = ['workspace', 'hours', 'targets', 'macros', 'moving-in', 'members', 'roles', 'audit', 'channels', 'exceptions', 'api-keys', 'grading', 'overrides', 'assignment', 'sample-policy', 'exchange-rates', 'custom-fields', 'tags', 'data', 'preferences']; // prettier-ignore
const REPORTS = ['sla', 'funnel', 'resources', 'goals'];
const ROUTES = [
  '',
  '/inbox',
  '/inbox/:conversation',
  '/pipeline',
  '/buyers',
  '/buyers/:buyer',
  '/samples',
  '/imports',
  '/knowledge',
  '/products',
  '/products/new',
  '/products/:product',
  '/products/:product/edit',
  '/products/announcements',
  '/products/announcements/new',
  ...REPORTS.map((report) => `/reports/${report}`),
  ...AREAS.map((area) => `/settings/${area}`),
];
const addressOf = (route: string) =>
  route.replace(':conversation', conversationId).replace(':buyer', buyerId).replace(':product', productId);

/** The screen has its content, not a skeleton or a failure. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
  await page.waitForFunction(
    () => document.querySelector('main h1') !== null && document.querySelector('[aria-busy="true"]') === null,
  );
  await page.waitForLoadState('networkidle');
}

async function seriousProblems(page: Page): Promise<string[]> {
  // Without the details of what passed, which take longer than the rules.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The rules look at the same markup in both languages, and take most of the time. */
const asksAxe = (language: Language) => language === 'ko' || FULL;

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(LANGUAGES)('every screen (%s)', (language: Language) => {
  let owner: Person;
  beforeAll(async () => {
    owner = await signIn(browser, product, DEMO.owner, language, WIDE);
  });
  afterAll(() => owner?.context.close());

  // One test for each, so that a slow or broken screen is named.
  test.each(
    language === 'ko' || FULL
      ? ROUTES
      : ROUTES.filter((route) => !/^.(settings|products)|^.reports.(?!sla)/.test(route)),
  )(
    '%s reads, without a serious accessibility problem, sideways scrolling (wide or narrow) or an error on the console',
    async (route) => {
      owner.problems.length = 0;
      await owner.page.setViewportSize(WIDE);
      await owner.page.goto(`${product.origin}/w/${DEMO.workspace}${addressOf(route)}`);
      await settle(owner.page);
      expect(await owner.page.locator('html').getAttribute('lang')).toBe(language);
      expect(await sideways(owner.page)).toBe(0);
      if (asksAxe(language)) expect(await seriousProblems(owner.page)).toEqual([]);
      await owner.page.setViewportSize(NARROW);
      await owner.page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      expect(await sideways(owner.page)).toBe(0);
      expect(owner.problems).toEqual([]);
    },
  );
});

test('a viewer is shown no control that would be refused', async () => {
  const viewer = await signIn(browser, product, 'yujin@dangol.demo', 'en');
  const open = async (route: string) => {
    await viewer.page.goto(`${product.origin}/w/${DEMO.workspace}${route}`);
    await settle(viewer.page);
  };
  const buttons = (name: string) => viewer.page.getByRole('button', { name, exact: true }).count();
  const t = wording('en');

  await open(`/inbox/${conversationId}`);
  expect(await buttons('Send')).toBe(0);
  expect(await buttons('Insert draft')).toBe(0);

  await open('/settings/grading');
  expect(await viewer.page.getByText(t('settings.grading.readOnly')).count()).toBe(1);
  expect(await buttons(t('settings.grading.defaults'))).toBe(0);

  await open('/settings/exchange-rates');
  expect(await buttons(t('settings.exchangeRates.setAct'))).toBe(0);

  // What one may not even read is not in the menu, and its address says so instead of failing.
  await open('/settings/audit');
  expect(await viewer.page.getByText(t('settings.noAccess')).count()).toBe(1);
  expect(await viewer.page.getByRole('link', { name: t('shell.pages.audit') }).count()).toBe(0);
  await viewer.context.close();
});

test('a money threshold of the grading rules is previewed before it is saved, and then stands in the history', async () => {
  const owner = await signIn(browser, product, DEMO.owner, 'en');
  const t = wording('en');
  await owner.page.goto(`${product.origin}/w/${DEMO.workspace}/settings/grading`);
  await settle(owner.page);
  const save = owner.page.getByRole('button', { name: t('settings.grading.preview.save', { version: 2 }) });
  const bound = owner.page.getByLabel(t('settings.grading.fields.gradeBounds.A'));

  const weight = owner.page.getByLabel(t('settings.grading.fields.weights.intent'), { exact: true });
  await weight.fill('30');
  await owner.page.getByText(t('settings.grading.sumBad', { sum: 105 })).waitFor();
  await weight.fill('25');

  await bound.fill('50');
  expect(await save.count()).toBe(0);
  await owner.page.getByRole('button', { name: t('settings.grading.previewAct') }).click();
  await save.click();
  await owner.page.getByText(t('settings.grading.history.version', { version: 2 }), { exact: true }).waitFor();
  await owner.page.getByText('Grade bounds · Grade A from: 70 → 50').waitFor();
  const stored = await product.sql<{ version: number }>(
    `select max(r.version)::int as version from grading_rules r join workspaces w on w.id = r.workspace_id where w.slug = $1`,
    [DEMO.workspace],
  );
  expect(stored[0]!.version).toBe(2);
  await owner.context.close();
});

test('the goal planner multiplies to the last cent while one types', async () => {
  const owner = await signIn(browser, product, DEMO.owner, 'en');
  const t = wording('en');
  await owner.page.goto(`${product.origin}/w/${DEMO.workspace}/reports/goals`);
  await settle(owner.page);
  await owner.page.getByRole('button', { name: t('reports.goals.add'), exact: true }).click();
  await owner.page.getByLabel(t('reports.goals.name'), { exact: true }).fill('Five million');
  await owner.page.getByLabel(t('reports.goals.target'), { exact: true }).fill('5,000,000');
  await owner.page.getByLabel(t('reports.goals.buyersOf', { grade: 'B' })).fill('15,000');
  await owner.page.getByLabel(t('reports.goals.averageOf', { grade: 'B' })).fill('333');
  const planner = owner.page.locator('form');
  await planner.getByText('USD 4,995,000.00').first().waitFor();
  await planner.getByText('USD 5,000.00', { exact: true }).waitFor();
  await owner.page.getByRole('button', { name: t('common.save'), exact: true }).click();
  await owner.page.getByRole('heading', { name: 'Five million' }).waitFor();
  await owner.context.close();
});
