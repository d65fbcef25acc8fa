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

interface Buyer {
  id: string;
  name: string;
}

/** Graded B buyers of the demo with names of their own, so that a search finds one. */
const buyersOfGradeB = () =>
  product.sql<Buyer>(
    `select b.id, b.name from buyers b join workspaces w on w.id = b.workspace_id
     where w.slug = $1 and b.grade = 'B' and b.name ~ '^[A-Za-z ]{8,}$'
       and (select count(*) from buyers o where o.workspace_id = b.workspace_id and o.name = b.name) = 1
     order by b.name limit 3`,
    [DEMO.workspace],
  );

async function seriousProblems(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

test.each(TRIED_LANGUAGES)(
  'walkthrough 4 (%s): a sample for a B, goods 40 and courier 30, in at most 6 clicks: the buyer pays USD 35.00 and the grade stays frozen',
  async (language: Language) => {
    const t = wording(language);
    const buyer = (await buyersOfGradeB())[TRIED_LANGUAGES.indexOf(language)]!;
    const { page, context, problems } = await signIn(browser, product, DEMO.rep, language);
    let clicks = 0;
    const click = async (control: Locator) => {
      clicks += 1;
      await control.click();
    };
    const field = (key: string) => page.getByLabel(t(`samples.request.${key}`), { exact: true });
    const line = (key: string) =>
      page.getByLabel(t('samples.request.lineField', { field: t(`samples.request.${key}`), line: 1 }), { exact: true });

    await click(page.getByRole('link', { name: t('shell.pages.samples'), exact: true }));
    await click(page.getByRole('button', { name: t('samples.request.open'), exact: true }));
    const dialog = page.getByRole('dialog', { name: t('samples.request.title') });
    await dialog.getByRole('combobox', { name: t('samples.request.buyer') }).fill(buyer.name);
    await click(dialog.getByRole('option', { name: new RegExp(buyer.name) }));
    await field('purpose').fill('Holds moisture for 12 hours');
    await field('successTest').fill('They order 300 pieces');
    await line('description').fill('Cica serum 30 ml');
    await line('amount').fill('40.005');
    await field('courier').fill('30');
    await click(dialog.getByRole('button', { name: t('samples.request.submit') }));
    await dialog.getByText(t('samples.request.problems.decimals', { currency: 'USD', digits: 2 })).waitFor();

    await line('amount').fill('40');
    const money = (amount: string) => new RegExp(`USD\\s?${amount.replace('.', '\\.')}`);
    await dialog.getByText(money('35.00')).first().waitFor();
    await dialog.getByText(money('70.00')).first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await click(dialog.getByRole('button', { name: t('samples.request.submit') }));

    const card = page.getByRole('listitem').filter({ hasText: buyer.name });
    const pays = card.getByRole('row', {
      name: new RegExp(t('samples.buyerPays', { percent: 50 }).replace(/[()]/g, '\\$&')),
    });
    await pays.getByText(money('35.00')).waitFor();
    await card.getByText(t('samples.stages.REQUESTED'), { exact: true }).first().waitFor();
    expect(clicks).toBeLessThanOrEqual(6);
    expect(await seriousProblems(page)).toEqual([]);

    // A grade that changes later changes nothing about this sample.
    await product.sql(`update buyers set grade = 'A' where id = $1`, [buyer.id]);
    await page.reload();
    await pays.getByText(money('35.00')).waitFor();
    const [stored] = await product.sql(
      `select grade_at_request, buyer_share_percent, goods_minor, courier_minor, buyer_pays_minor, seller_pays_minor, currency, stage from sample_requests where buyer_id = $1`,
      [buyer.id],
    );
    expect(stored).toEqual({
      grade_at_request: 'B',
      buyer_share_percent: 50,
      goods_minor: '4000',
      courier_minor: '3000',
      buyer_pays_minor: '3500',
      seller_pays_minor: '3500',
      currency: 'USD',
      stage: 'requested',
    });
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('a manager approves, overrides the share with a reason that stays, and drops with a reason', async () => {
  const t = wording('en');
  const buyer = (await buyersOfGradeB())[0]!;
  const { page, context, problems } = await signIn(browser, product, DEMO.manager, 'en');
  await page.goto(`${product.origin}/w/${DEMO.workspace}/samples?new=${buyer.id}`);
  const dialog = page.getByRole('dialog', { name: t('samples.request.title') });
  await dialog.getByText(buyer.name).waitFor();
  await dialog.getByLabel(t('samples.request.purpose'), { exact: true }).fill('Scent');
  await dialog.getByLabel(t('samples.request.successTest'), { exact: true }).fill('Reorder');
  await dialog.getByLabel('Item 1', { exact: true }).fill('Soap');
  await dialog.getByLabel('Amount 1', { exact: true }).fill('10.01');
  await dialog.getByLabel(t('samples.request.courier'), { exact: true }).fill('0');
  await dialog.getByRole('button', { name: t('samples.request.submit') }).click();
  const card = page.getByRole('listitem').filter({ hasText: 'Soap' });
  await card.getByRole('button', { name: t('samples.actOf.APPROVED', { name: buyer.name }) }).click();
  await card.getByRole('button', { name: t('samples.actOf.SENT', { name: buyer.name }) }).waitFor();

  await card.getByRole('button', { name: t('samples.share.of', { name: buyer.name }) }).click();
  const share = page.getByRole('dialog');
  await share.getByLabel(t('samples.share.percent')).fill('0');
  await share.getByRole('button', { name: t('samples.share.submit') }).click();
  await share.getByText(t('samples.share.reasonNeeded')).waitFor();
  await share.getByLabel(t('samples.share.reason')).fill('Trade fair promise');
  await share.getByRole('button', { name: t('samples.share.submit') }).click();
  await card.getByText('Trade fair promise').waitFor();
  await card.getByRole('row', { name: /Buyer pays \(0%\)/ }).waitFor();

  await card.getByRole('button', { name: t('samples.actOf.DROPPED', { name: buyer.name }) }).click();
  await page.getByLabel(t('samples.ask.DROPPED.label')).fill('Line discontinued');
  await page.getByRole('button', { name: t('samples.ask.DROPPED.submit'), exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' }); // before that, the typed words stand in the dialog
  await card.getByText('Line discontinued').waitFor();
  const [stored] = await product.sql(
    `select stage, drop_reason, override_reason, policy_share_percent, buyer_share_percent from sample_requests where buyer_id = $1 and stage = 'dropped'`,
    [buyer.id],
  );
  expect(stored).toMatchObject({
    stage: 'dropped',
    drop_reason: 'Line discontinued',
    override_reason: 'Trade fair promise',
    buyer_share_percent: 0,
  });
  expect(problems).toEqual([]);
  await context.close();
});
