import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO, signIn, startBrowser, wording, TRIED_LANGUAGES, type Language } from '../harness/browser.ts';
import { startProduct, type Product } from '../harness/product.ts';

const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000049454e44ae426082',
  'hex',
);
/** The one that asks for files in the demo (apps/api/src/demo/demo-macros.ts). */
const PHOTOS = '파손·불량 사진 요청';
const PHONE = { width: 390, height: 844 };
/** Where pictures of the screens go when somebody wants to look. */
const SHOTS = process.env['DANGOL_SHOTS'];

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

async function look(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect([name, serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])]).toEqual([name, []]);
}

/** The buyer's own browser: it has never been here, and knows only the address. */
async function buyersBrowser(locale: string, javaScriptEnabled = true): Promise<BrowserContext> {
  return browser.newContext({ locale, viewport: PHONE, javaScriptEnabled, reducedMotion: 'reduce' });
}

/** A conversation in which an English-speaking buyer waits. */
async function waitingConversation(): Promise<string> {
  const [row] = await product.sql<{ id: string }>(
    `select c.id from conversations c join workspaces w on w.id = c.workspace_id join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
     where w.slug = $1 and c.status = 'waiting' and b.language = 'en' order by c.due_at, c.id limit 1`,
    [DEMO.workspace],
  );
  return row!.id;
}

test.each(TRIED_LANGUAGES)(
  'macro and upload (%s): / finds the macro, it brings a link; the buyer sends files from a phone; they are in the conversation',
  async (language: Language) => {
    const t = wording(language);
    const id = await waitingConversation();
    const { page, context, problems } = await signIn(browser, product, DEMO.owner, language);
    await page.goto(`${product.origin}/w/${DEMO.workspace}/inbox/${id}`);
    const box = page.getByRole('textbox', { name: t('inbox.composer.replyText') });
    await box.and(page.locator(':not([readonly])')).waitFor(); // the server has said what was typed before
    await box.press('/');
    const search = page.getByRole('combobox', { name: t('macros.pick.search') });
    await search.pressSequentially('사진');
    await page.getByRole('option', { name: new RegExp(PHOTOS) }).waitFor();
    await page.getByText(t('macros.pick.makesLink')).waitFor();
    await look(page, `pick-${language}`);
    await search.press('Enter');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('/u/'));
    const text = await box.inputValue();
    expect(text).not.toContain('{');
    const url = /http\S+\/u\/[\w-]{64}/.exec(text)![0];
    await page.getByRole('tab', { name: t('inbox.panel.files') }).click();
    await page.getByRole('button', { name: t('macros.links.make') }).waitFor();
    await look(page, `links-${language}`);

    const buyer = await buyersBrowser('en-GB');
    const stranger = await buyer.newPage();
    await stranger.goto(url);
    await stranger.getByRole('heading', { level: 1, name: /^Send files to / }).waitFor();
    await look(stranger, `upload-${language}`);
    await stranger.getByLabel('Choose files').setInputFiles([
      { name: 'box.png', mimeType: 'image/png', buffer: PNG },
      { name: '.empty', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ]);
    await stranger.getByRole('button', { name: 'Send' }).click();
    await stranger.getByRole('alert').getByText('".empty" is empty').waitFor();
    await look(stranger, `upload-problem-${language}`);
    await stranger.getByRole('button', { name: 'Remove .empty' }).click();
    await stranger.getByLabel('Message (optional)').fill('The corner is broken');
    await stranger.route('**/u/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await stranger.getByRole('button', { name: 'Send' }).click();
    await stranger.getByText(/^The connection was lost/).waitFor();
    await stranger.unroute('**/u/*');
    await stranger.getByRole('button', { name: 'Send' }).click();
    await stranger.getByRole('heading', { name: 'Thank you' }).waitFor();
    await look(stranger, `upload-done-${language}`);
    expect(await buyer.cookies()).toEqual([]);

    await page.getByText('The corner is broken').first().waitFor();
    await page.getByRole('link', { name: 'box.png' }).first().waitFor();
    expect(problems).toEqual([]);
    await Promise.all([context.close(), buyer.close()]);
  },
);

test('the page works without scripts, in Korean for a Korean browser, and says when a link is over', async () => {
  const { page, context } = await signIn(browser, product, DEMO.owner, 'en');
  const t = wording('en');
  await page.goto(`${product.origin}/w/${DEMO.workspace}/inbox/${await waitingConversation()}?panel=files`);
  await page.getByRole('button', { name: t('macros.links.make') }).click();
  const address = page.getByRole('textbox', { name: t('macros.links.address') });
  const url = await address.inputValue();
  await look(page, 'links-made');
  const buyer = await buyersBrowser('ko-KR', false);
  const stranger = await buyer.newPage();
  await stranger.goto(url);
  await stranger.getByLabel('파일 선택').setInputFiles({ name: '라벨.png', mimeType: 'image/png', buffer: PNG });
  await stranger.getByRole('button', { name: '보내기' }).click();
  await stranger.getByRole('heading', { name: '감사합니다' }).waitFor();
  if (SHOTS) await stranger.screenshot({ path: `${SHOTS}/upload-plain.png`, fullPage: true });
  await page.getByText('라벨.png').first().waitFor();
  await page
    .getByRole('button', { name: /^Withdraw the link/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: t('macros.links.revoke'), exact: true })
    .last()
    .click();
  await page.getByText(t('macros.links.revoked')).waitFor();
  await stranger.goto(url);
  await stranger.getByRole('heading', { name: '사용할 수 없는 링크입니다' }).waitFor();
  if (SHOTS) await stranger.screenshot({ path: `${SHOTS}/upload-gone.png`, fullPage: true });
  await Promise.all([context.close(), buyer.close()]);
});

test.each(TRIED_LANGUAGES)(
  'settings (%s): a macro is written with a variable, refused with a wrong one, archived, and brought back by undo',
  async (language: Language) => {
    const t = wording(language);
    const { page, context, problems } = await signIn(browser, product, DEMO.owner, language);
    await page.goto(`${product.origin}/w/${DEMO.workspace}/settings/macros`);
    await page.getByText(PHOTOS).waitFor();
    await look(page, `macros-${language}`);
    await page.getByRole('button', { name: t('macros.list.add') }).click();
    await page.getByLabel(t('macros.edit.name'), { exact: true }).fill('Greeting');
    const box = page.locator('textarea[name^="text-"]');
    await box.fill('Dear {buyer.nmae}, ');
    await page.getByRole('button', { name: t('common.save'), exact: true }).click();
    await page.getByText(t('macros.edit.unknown', { variable: 'buyer.nmae' })).waitFor();
    await box.fill('Dear ');
    await page.getByRole('button', { name: t('macros.edit.variables') }).click();
    await page.getByRole('menuitem', { name: new RegExp(t('macros.variables.buyer_name')) }).click();
    expect(await box.inputValue()).toBe('Dear {buyer.name}');
    await page.getByText('Dear Anna Kovács').waitFor();
    await look(page, `macro-editor-${language}`);
    await page.getByRole('button', { name: t('common.save'), exact: true }).click();
    await page.getByRole('button', { name: t('macros.list.archiveOf', { name: 'Greeting' }) }).click();
    await page.getByRole('button', { name: t('common.undo'), exact: true }).click();
    await page.getByText(t('macros.list.restored', { name: 'Greeting' })).waitFor();
    await page.getByRole('button', { name: t('macros.list.editOf', { name: 'Greeting' }) }).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  },
);
