import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { DEMO, LANGUAGES, TRIED_LANGUAGES, signIn, startBrowser, wording, type Language } from '../harness/browser.ts';
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

async function seriousProblems(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

/** Conversations that wait for an answer and can be answered, one for each language. */
const waiting = () =>
  product.sql<{ id: string }>(
    `select c.id from conversations c join workspaces w on w.id = c.workspace_id join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
     where w.slug = $1 and c.status = 'waiting' and h.kind <> 'file' order by c.due_at limit 2`,
    [DEMO.workspace],
  );

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n');

test.each(TRIED_LANGUAGES)(
  'a product with two variants and price tiers is added, priced, and answers an inquiry by its decision pack with a file (%s)',
  async (language: Language) => {
    const t = wording(language);
    const code = `E2E-${language.toUpperCase()}`;
    const { page, context, problems } = await signIn(browser, product, DEMO.owner, language);
    const button = (key: string) => page.getByRole('button', { name: t(key), exact: true });
    const field = (key: string, row: number) =>
      page.getByLabel(t('products.rowField', { field: t(`products.${key}`), row }), { exact: true });
    const tier = (key: string, line: number) =>
      page.getByLabel(t('products.tierField', { field: t(`products.${key}`), tier: line, list: 1 }), { exact: true });

    await page.getByRole('link', { name: t('shell.pages.products'), exact: true }).click();
    await page.getByRole('link', { name: t('products.add'), exact: true }).click();
    await page.getByLabel(t('products.code')).fill(code);
    const names = { ko: '장미 크림', en: 'Rose cream' };
    const nameOf = (inLanguage: Language) =>
      new Intl.DisplayNames(language, { type: 'language' }).of(inLanguage) ?? inLanguage;
    for (const each of LANGUAGES)
      await page.getByLabel(t('products.nameIn', { language: nameOf(each) }), { exact: true }).fill(names[each]);
    await page.getByLabel(t('products.moq'), { exact: true }).fill('100');
    await page.getByLabel(t('products.leadTime'), { exact: true }).fill('12');
    await button('products.addOption').click();
    await field('optionName', 1).fill('Size');
    for (const [row, size] of [
      [1, '50 ml'],
      [2, '100 ml'],
    ] as const) {
      await button('products.addVariant').click();
      await page.getByLabel(t('products.rowField', { field: 'Size', row }), { exact: true }).fill(size);
      await field('sku', row).fill(`${code}-${row}`);
    }
    await field('currency', 1).selectOption('USD');
    await tier('fromQuantity', 1).fill('100');
    await tier('unitPrice', 1).fill('3.205');
    await button('products.addTier').click();
    await tier('fromQuantity', 2).fill('1,000');
    await tier('unitPrice', 2).fill('2.90');
    await button('common.save').click();
    await page.getByText(t('products.wrong.amount')).waitFor();
    expect(await tier('unitPrice', 1).evaluate((input) => input === document.activeElement)).toBe(true);

    // What was typed outlives a reload.
    await page.reload();
    await page.getByText(t('products.resumed')).waitFor();
    await tier('unitPrice', 1).fill('3.20');
    expect(await seriousProblems(page)).toEqual([]);
    await button('common.save').click();
    await page.getByRole('heading', { level: 1, name: names[language] }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    const money = (amount: string) => new RegExp(amount.replace('.', '\\.'));
    await page.getByLabel(t('products.quantityLabel'), { exact: true }).fill('1,500');
    await page.getByText(money('4,350.00')).waitFor();
    await page.getByLabel(t('products.quantityLabel'), { exact: true }).fill('50');
    await page.getByText(t('products.quoteProblems.BELOW_MOQ', { moq: '100', unit: 'pcs' })).waitFor();
    const [stored] = await product.sql(
      `select (select count(*)::int from product_variants v where v.product_id = p.id) as variants,
         (select json_agg(json_build_array(min_quantity, unit_price_minor) order by min_quantity) from product_prices t where t.product_id = p.id) as prices
       from products p where p.code = $1`,
      [code],
    );
    expect(stored).toEqual({
      variants: 2,
      prices: [
        [100, 320],
        [1000, 290],
      ],
    });

    const conversation = (await waiting())[LANGUAGES.indexOf(language)]!.id;
    await page.goto(`${product.origin}/w/${DEMO.workspace}/inbox/${conversation}`);
    await button('inbox.composer.pack').click();
    const dialog = page.getByRole('dialog', { name: t('products.packTitle') });
    const other = dialog.getByRole('button', { name: t('products.packOther'), exact: true });
    const search = dialog.getByRole('searchbox', { name: t('products.packSearch') });
    await other.or(search).first().waitFor();
    if (await other.isVisible()) await other.click();
    await search.fill(code);
    await dialog.getByRole('button', { name: new RegExp(code) }).click();
    await dialog.getByText(t('products.packMissing')).waitFor(); // no certificates yet
    expect(await seriousProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: t('products.packInsertAnyway') }).click();
    const reply = page.getByLabel(t('inbox.composer.replyText'), { exact: true });
    expect(await reply.inputValue()).toContain(code);
    expect(await reply.inputValue()).toContain('2.90');

    const file = { name: '규격서 spec.pdf', mimeType: 'application/pdf', buffer: PDF };
    await page.locator('section input[type="file"]').setInputFiles(file);
    const attached = page.getByRole('list', { name: t('inbox.composer.attached') });
    await attached.getByText(file.name).waitFor();
    await page.reload();
    await attached.getByText(file.name).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await button('inbox.composer.send').click();
    await page.getByRole('link', { name: file.name }).waitFor();
    await attached.waitFor({ state: 'hidden' });
    const [sent] = await product.sql<{ name: string; text: string }>(
      `select a.name, m.text from attachments a join messages m on m.workspace_id = a.workspace_id and m.id = a.message_id where a.conversation_id = $1 and a.name = $2`,
      [conversation, file.name],
    );
    expect(sent?.text).toContain(code);
    expect(problems).toEqual([]);
    await context.close();
  },
);
