import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
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

/** Walkthrough 3 of the UX specification. */
const MOST_CLICKS = 6;

/** Numbers of a text in the order they stand, whatever language surrounds them. */
const numbersIn = (text: string) =>
  [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([each]) => Number(each.replace(',', '')));

/** What the screen says: points of each factor, and the line that adds them up. */
async function readPoints(page: Page, t: ReturnType<typeof wording>) {
  const factors = page.getByRole('list', { name: t('buyers.why.factorsLabel') }).locator('> li');
  const points = await factors
    .locator('> div:first-child > span:last-child')
    .evaluateAll((all) => all.map(({ textContent }) => Number(textContent.split('/')[0])));
  const [beforeSum = ''] = t('buyers.why.sumLine').split(' ');
  const sumLine = await page.getByText(new RegExp(`^${beforeSum} .*=`)).innerText();
  const [sum, deductions, score] = numbersIn(sumLine);
  return { points, sum, deductions, score };
}

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test.each(TRIED_LANGUAGES)(
  'walkthrough 3 (%s): a B is explained by factors that add up to its score, then overridden to A, with the computed B beside it and the reason in the history',
  async (language: Language) => {
    const t = wording(language);
    const { context, page, problems } = await signIn(browser, product, DEMO.rep, language);
    const reason = `Signed a yearly plan (${language})`;
    let clicks = 0;
    const click = async (locator: Locator) => {
      clicks += 1;
      await locator.click();
    };

    await click(page.getByRole('link', { name: t('shell.pages.buyers'), exact: true }));
    await click(page.getByRole('button', { name: `${t('buyers.grade')} B`, exact: true }));
    await page.waitForURL(/grade=B/);
    // One that the rules graded: the demo has overrides of its own.
    const row = page
      .getByRole('row')
      .filter({ hasNotText: t('buyers.overridden') })
      .locator('a[data-walk]')
      .first();
    await page
      .getByRole('button', { name: t('buyers.gradeButton', { grade: 'A' }) })
      .first()
      .waitFor({ state: 'detached' });
    await click(row);
    await page.getByRole('button', { name: t('buyers.override.open'), exact: true }).waitFor();

    const { points, sum, deductions, score } = await readPoints(page, t);
    expect(points).toHaveLength(4);
    expect(points.reduce((total, each) => total + each, 0)).toBeCloseTo(sum!, 2);
    expect(sum! - deductions!).toBeCloseTo(score!, 2);
    expect(await seriousProblems(page)).toEqual([]);

    await click(page.getByRole('button', { name: t('buyers.override.open'), exact: true }));
    const dialog = page.getByRole('dialog');
    expect(await seriousProblems(page)).toEqual([]);
    await click(dialog.getByText(t('buyers.gradeIs', { grade: 'A' }), { exact: true }));
    await dialog.getByLabel(t('buyers.override.reason')).fill(reason);
    await click(dialog.getByRole('button', { name: t('buyers.override.save') }));
    await dialog.waitFor({ state: 'detached' });

    await page
      .getByText(t('buyers.gradeOverridden', { grade: 'A', computed: 'B' }))
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: t('buyers.gradeHistory.title') })
      .getByText(reason)
      .waitFor();
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);

    const buyerId = new URL(page.url()).pathname.split('/').at(-1);
    const [stored] = await product.sql<{ grade: string; computed_grade: string; reason: string }>(
      `select b.grade, b.computed_grade, o.reason from buyers b join grade_overrides o on o.workspace_id = b.workspace_id and o.buyer_id = b.id where b.id = $1 and o.ended_at is null`,
      [buyerId],
    );
    expect(stored).toEqual({ grade: 'A', computed_grade: 'B', reason });
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('an override asks for its reason, and an explanation opens from any grade of the list', async () => {
  const t = wording('en');
  const { context, page } = await signIn(browser, product, DEMO.rep, 'en');
  await page.goto(`${product.origin}/w/${DEMO.workspace}/buyers?grade=B`);
  await page
    .getByRole('button', { name: t('buyers.gradeButton', { grade: 'B' }) })
    .first()
    .click();
  const { sum, deductions, score } = await readPoints(page, t);
  expect(sum! - deductions!).toBeCloseTo(score!, 2);
  expect(await seriousProblems(page)).toEqual([]);
  await page
    .getByRole('dialog')
    .getByRole('link', { name: t('buyers.openPage') })
    .click();

  await page.getByRole('button', { name: t('buyers.override.open'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(t('buyers.gradeIs', { grade: 'C' }), { exact: true }).click();
  await dialog.getByRole('button', { name: t('buyers.override.save') }).click();
  await dialog.getByText(t('buyers.override.reasonNeeded')).waitFor();
  const overrides = await product.sql(`select 1 from grade_overrides where grade = 'C' and ended_at is null`);
  expect(overrides).toEqual([]);
  await context.close();
});
