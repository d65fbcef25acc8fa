import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { DEMO, LANGUAGES, signIn, startBrowser, type Language, type Person } from './harness/browser.ts';
import { startProduct, type Product } from './harness/product.ts';

let product: Product;
let browser: Browser;
let conversationId: string;
let buyerId: string;
beforeAll(async () => {
  product = await startProduct();
  browser = await startBrowser();
  const [row] = await product.sql<{ id: string; buyer_id: string }>(
    `select c.id, c.buyer_id from conversations c join workspaces w on w.id = c.workspace_id where w.slug = $1 and c.status = 'waiting' order by c.due_at limit 1`,
    [DEMO.workspace],
  );
  [conversationId, buyerId] = [row!.id, row!.buyer_id];
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 800 },
];
const routes = () => ['', '/inbox', `/inbox/${conversationId}`, '/buyers', `/buyers/${buyerId}`, '/settings/members', '/settings/channels', '/settings/exceptions', '/settings/api-keys', '/settings/preferences']; // prettier-ignore

/** The screen has its content, not a skeleton or a failure. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
  await page.waitForFunction(
    () => document.querySelector('main h1') !== null && document.querySelector('[aria-busy="true"]') === null,
  );
  await page.waitForLoadState('networkidle');
}

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(LANGUAGES)('every screen (%s)', (language: Language) => {
  describe.each(SIZES)('at $width px', (viewport) => {
    let owner: Person;
    beforeAll(async () => {
      owner = await signIn(browser, product, DEMO.owner, language, viewport);
    });
    afterAll(() => owner?.context.close());

    test('reads, without a serious accessibility problem, sideways scrolling or an error on the console', async () => {
      const found: Record<string, unknown> = {};
      for (const route of routes()) {
        await owner.page.goto(`${product.origin}/w/${DEMO.workspace}${route}`);
        await settle(owner.page);
        // The rules look at structure and colour, which the width does not change.
        const problems = viewport.width === SIZES[0]!.width ? await seriousProblems(owner.page) : [];
        const overflow = await sideways(owner.page);
        if (problems.length > 0 || overflow > 0) found[route] = { problems, overflow };
        expect(await owner.page.locator('html').getAttribute('lang')).toBe(language);
      }
      expect(found).toEqual({});
      expect(owner.problems).toEqual([]);
    });
  });
});

test('a viewer is shown no control that would be refused', async () => {
  const viewer = await signIn(browser, product, 'yujin@dangol.demo', 'en');
  await viewer.page.goto(`${product.origin}/w/${DEMO.workspace}/inbox/${conversationId}`);
  await settle(viewer.page);
  expect(await viewer.page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(0);
  expect(await viewer.page.getByRole('button', { name: 'Insert draft' }).count()).toBe(0);
  await viewer.context.close();
});
