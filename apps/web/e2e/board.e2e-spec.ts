import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { DEMO, TRIED_LANGUAGES, signIn, startBrowser, wording, type Language } from './harness/browser.ts';
import { startProduct, type Product } from './harness/product.ts';

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

/** A keyboard that counts: a chord is one key, as a person would say. */
function countedKeys(page: Page) {
  let used = 0;
  return {
    async press(...keys: string[]) {
      for (const key of keys) {
        used += 1;
        await page.keyboard.press(key);
      }
    },
    get used() {
      return used;
    },
  };
}

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cardIn = (page: Page, columnName: string, id: string) =>
  column(page, columnName).locator(`[id="board-card-${id}"]`);
const focusedCard = (page: Page) => page.evaluate(() => document.activeElement?.id.replace('board-card-', '') ?? '');
const storedStage = async (buyerId: string) => {
  const [row] = await product.sql<{ stage: string }>(`select stage from buyers where id = $1`, [buyerId]);
  return row?.stage;
};

async function openBoard(page: Page) {
  await page.goto(`${product.origin}/w/${DEMO.workspace}/pipeline`);
  await page.locator('a[id^="board-card-"]').first().waitFor();
}

/** Moves a card by its menu, `down` stages further. */
async function moveByKeys(page: Page, id: string, down: number) {
  await page.locator(`[id="board-card-${id}"]`).focus();
  await page.keyboard.press('m');
  for (let step = 0; step < down; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test.each(TRIED_LANGUAGES)(
  'walkthrough 8 (%s): by keyboard alone a buyer is moved, brought back, and refused for First order with the reason',
  async (language: Language) => {
    const t = wording(language);
    const { page, context, problems } = await signIn(browser, product, DEMO.rep, language);
    const stage = (name: string) => t(`pipeline.stages.${name}`);
    const keys = countedKeys(page);

    await page.getByRole('link', { name: t('shell.pages.pipeline'), exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await keys.press('g', 'p');
    await page.locator('a[id^="board-card-"]').first().waitFor();
    await keys.press('j');
    const id = await focusedCard(page);
    const name = (await page.locator(`[id="board-card-${id}"]`).textContent()) ?? '';
    await expect(storedStage(id)).resolves.toBe('new');

    await keys.press('m', 'ArrowDown', 'Enter');
    await page.getByText(t('pipeline.moved', { name, stage: stage('QUALIFIED') })).waitFor();
    await cardIn(page, stage('QUALIFIED'), id).waitFor();
    await expect(storedStage(id)).resolves.toBe('qualified');
    await expect(focusedCard(page)).resolves.toBe(id);

    await keys.press('Control+z');
    await page.getByText(t('pipeline.movedBack', { name, stage: stage('NEW') })).waitFor();
    await cardIn(page, stage('NEW'), id).waitFor();
    await expect(storedStage(id)).resolves.toBe('new');

    await keys.press('m', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter');
    await page.getByText(t('pipeline.refused.only_from_paid_orders', { name, stage: stage('FIRST_ORDER') })).waitFor();
    await cardIn(page, stage('NEW'), id).waitFor();
    await expect(cardIn(page, stage('FIRST_ORDER'), id).count()).resolves.toBe(0);
    await expect(storedStage(id)).resolves.toBe('new');
    expect(keys.used).toBeLessThanOrEqual(14);

    const steps = await product.sql<{ from_stage: string; to_stage: string; cause: string }>(
      `select from_stage, to_stage, cause from stage_changes where buyer_id = $1 and from_stage is not null order by changed_at`,
      [id],
    );
    // The other language may have moved the same buyer before.
    expect(steps.slice(-2)).toEqual([
      { from_stage: 'new', to_stage: 'qualified', cause: 'hand' },
      { from_stage: 'qualified', to_stage: 'new', cause: 'hand' },
    ]);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test.each(TRIED_LANGUAGES)(
  'a card dragged with the mouse moves its buyer, and the board has no serious accessibility problem (%s)',
  async (language: Language) => {
    const t = wording(language);
    const { page, context, problems } = await signIn(browser, product, DEMO.rep, language);
    await openBoard(page);
    await page.locator('[draggable="true"]').first().waitFor();
    const from = page.locator('a[id^="board-card-"]').nth(1);
    const id = (await from.getAttribute('id'))!.replace('board-card-', '');
    const qualified = t('pipeline.stages.QUALIFIED');
    const source = (await from.boundingBox())!;
    const target = (await column(page, qualified).boundingBox())!;
    await page.mouse.move(source.x + 20, source.y + 60);
    await page.mouse.down();
    await page.mouse.move(source.x + 60, source.y + 70, { steps: 4 });
    await page.mouse.move(target.x + target.width / 2, target.y + 200, { steps: 12 });
    await page.mouse.up();
    await cardIn(page, qualified, id).waitFor();
    await page.getByRole('button', { name: t('common.undo'), exact: true }).waitFor();
    await expect(storedStage(id)).resolves.toBe('qualified');

    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('grouped by grade, a card is not moved: the board says where grades come from', async () => {
  const t = wording('en');
  const { page, context } = await signIn(browser, product, DEMO.rep, 'en');
  await page.goto(`${product.origin}/w/${DEMO.workspace}/pipeline?group=grade`);
  await page.locator('a[id^="board-card-"]').first().waitFor();
  await page.keyboard.press('j');
  const id = await focusedCard(page);
  await page.keyboard.press('m');
  const name = (await page.locator(`[id="board-card-${id}"]`).textContent()) ?? '';
  await page.getByText(t('pipeline.gradeNotMovable', { name })).waitFor();
  await page.getByRole('button', { name: t('pipeline.openRecord') }).click();
  await page.waitForURL(`**/buyers/${id}`);
  await context.close();
});

test('a move of a colleague waits, marked on the card, while someone works on the board', async () => {
  const t = wording('en');
  const [rep, colleague] = await Promise.all([
    signIn(browser, product, DEMO.rep, 'en'),
    signIn(browser, product, DEMO.manager, 'en'),
  ]);
  await Promise.all([openBoard(rep.page), openBoard(colleague.page)]);
  await rep.page.keyboard.press('j');
  const id = await focusedCard(rep.page);
  await moveByKeys(colleague.page, id, 3);
  await cardIn(colleague.page, t('pipeline.stages.QUOTED'), id).waitFor();

  await rep.page.getByText(t('pipeline.leftTo', { column: t('pipeline.stages.QUOTED') })).waitFor();
  await expect(cardIn(rep.page, t('pipeline.stages.NEW'), id).count()).resolves.toBe(1);
  await rep.page.getByRole('button', { name: 'Show 1 change' }).click();
  await cardIn(rep.page, t('pipeline.stages.QUOTED'), id).waitFor();
  await Promise.all([rep.context.close(), colleague.context.close()]);
});

test('of two who move one card, the second is told who was first and sees the card where it stands', async () => {
  const t = wording('en');
  const [rep, colleague] = await Promise.all([
    signIn(browser, product, DEMO.rep, 'en'),
    signIn(browser, product, DEMO.manager, 'en'),
  ]);
  // The rep hears of nothing, as if both had pressed at once.
  await rep.page.routeWebSocket(/.*/, () => undefined);
  await Promise.all([openBoard(rep.page), openBoard(colleague.page)]);
  await rep.page.keyboard.press('j');
  const id = await focusedCard(rep.page);
  const name = (await rep.page.locator(`[id="board-card-${id}"]`).textContent()) ?? '';
  await moveByKeys(colleague.page, id, 3);
  await cardIn(colleague.page, t('pipeline.stages.QUOTED'), id).waitFor();
  await moveByKeys(rep.page, id, 1);
  await rep.page.getByText(`moved ${name} before you did`).waitFor();
  await cardIn(rep.page, t('pipeline.stages.QUOTED'), id).waitFor();
  await expect(storedStage(id)).resolves.toBe('quoted');
  await Promise.all([rep.context.close(), colleague.context.close()]);
});

test('filters live in the address and can be saved as a view', async () => {
  const t = wording('en');
  const { page, context } = await signIn(browser, product, DEMO.rep, 'en');
  await openBoard(page);
  await page.getByRole('button', { name: `${t('pipeline.grade')} B`, exact: true }).click();
  await page.waitForURL('**/pipeline?grade=B');
  await page.getByRole('button', { name: t('savedViews.label') }).click();
  await page.getByRole('menuitem', { name: t('savedViews.manage') }).click();
  await page.getByRole('textbox', { name: t('savedViews.name') }).fill('Only B');
  await page.getByRole('button', { name: t('savedViews.save'), exact: true }).click();
  await page.getByRole('button', { name: 'Only B' }).waitFor();
  await page.getByRole('button', { name: t('pipeline.clearFilters') }).click();
  await page.waitForURL('**/pipeline');
  await page.getByRole('button', { name: t('savedViews.label') }).click();
  await page.getByRole('menuitemradio', { name: 'Only B' }).click();
  await page.waitForURL('**/pipeline?grade=B');
  await context.close();
});
