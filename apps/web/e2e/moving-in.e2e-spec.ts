import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TRIED_LANGUAGES, startBrowser, wording, type Language } from './harness/browser.ts';
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

const PASSWORD = 'correct horse battery';

/** Signs up through the page, as a stranger would. */
async function signUp(language: Language): Promise<{ page: Page; context: BrowserContext; problems: string[] }> {
  const t = wording(language);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === 'ko' ? 'ko-KR' : 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(`${product.origin}/sign-up`);
  await page.getByLabel(t('access.workspaceName')).fill(`Moving ${language}`);
  await page.getByLabel(t('access.yourName'), { exact: true }).fill('Minji');
  await page.getByLabel(t('access.email')).fill(`owner-${language}@example.com`);
  await page.getByLabel(t('access.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: t('access.makeWorkspace'), exact: true }).click();
  await page.waitForURL(`**/w/moving-${language}`);
  return { page, context, problems };
}

async function seriousProblems(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}

const STEPS = ['LANGUAGE', 'CURRENCY', 'HOURS', 'CHANNEL', 'KNOWLEDGE', 'PRODUCTS', 'IMPORT', 'INVITE', 'FIRST_REPLY'];

test.each(TRIED_LANGUAGES)(
  'moving in (%s): a new owner finds the list, does the settings and a first answer, skips the rest, and the list goes',
  async (language) => {
    const t = wording(language);
    const { page, context, problems } = await signUp(language);
    const home = `${product.origin}/w/moving-${language}`;
    const step = (key: string) =>
      page.getByRole('listitem').filter({ has: page.getByText(t(`movingIn.steps.${key}.title`), { exact: true }) });
    const isDone = (key: string) => step(key).getByText(t('movingIn.done'), { exact: true }).waitFor();
    const go = (key: string) =>
      page.getByRole('link', {
        name: t('movingIn.goOf', { act: t(`movingIn.steps.${key}.go`), step: t(`movingIn.steps.${key}.title`) }),
      });
    await page.getByRole('heading', { name: t('movingIn.title') }).waitFor();
    for (const key of STEPS) await go(key).waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await go('CURRENCY').click();
    await page.waitForURL('**/settings/workspace');
    await page.getByLabel(t('settings.workspace.baseCurrency'), { exact: true }).selectOption('KRW');
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: t('settings.workspace.save'), exact: true }).click();
    await page.getByText(t('settings.workspace.saved')).waitFor();
    await page.goto(home);
    await isDone('LANGUAGE');
    await isDone('CURRENCY');

    await go('HOURS').click();
    await page.getByRole('button', { name: t('settings.hours.addLunch', { from: '12:00', to: '13:00' }) }).click();
    await page.getByRole('button', { name: /20\d\d/ }).click(); // all public holidays of this year and the next
    await page.getByRole('button', { name: t('settings.hours.allAdded') }).waitFor();
    await page.getByText(t('settings.hours.previewNone')).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: t('settings.hours.save', { version: 2 }) }).click();
    await page.getByText(t('settings.hours.saved')).waitFor();
    await page.goto(home);
    await isDone('HOURS');

    await go('KNOWLEDGE').click();
    const shipping = language === 'ko' ? '배송 정책' : 'Shipping policy';
    await page.getByRole('button', { name: t('knowledge.start.answerOf', { title: shipping }) }).click();
    await page.getByLabel(t('knowledge.answer'), { exact: true }).fill('We ship with DHL from Incheon.');
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: t('knowledge.publish'), exact: true }).click();
    await page.getByText('We ship with DHL from Incheon.').waitFor();
    await page.getByRole('button', { name: t('knowledge.start.editOf', { title: shipping }) }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.goto(home);
    await isDone('KNOWLEDGE');

    for (const key of ['CHANNEL', 'PRODUCTS', 'IMPORT', 'INVITE', 'FIRST_REPLY']) {
      const address = new URL(String(await go(key).getAttribute('href')), product.origin);
      expect((await page.request.get(address.href)).status()).toBe(200);
      await page
        .getByRole('button', { name: t('movingIn.skipOf', { step: t(`movingIn.steps.${key}.title`) }) })
        .click();
      if (key !== 'FIRST_REPLY') await step(key).getByText(t('movingIn.skipped'), { exact: true }).waitFor();
    }
    await page.getByText(t('movingIn.finished')).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page
      .getByRole('main')
      .getByRole('button', { name: t('movingIn.close'), exact: true })
      .click();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: t('home.title') }).waitFor();
    expect(await page.getByText(t('movingIn.finished')).count()).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('a step that a colleague does is ticked off while one looks', async () => {
  const [language] = TRIED_LANGUAGES; // the workspace that was made above in every run
  const t = wording(language!);
  const context = await browser.newContext({
    viewport: { width: 900, height: 900 },
    locale: language === 'ko' ? 'ko-KR' : 'en-US',
  });
  const page = await context.newPage();
  await page.goto(`${product.origin}/sign-in`);
  await page.getByLabel(t('access.email')).fill(`owner-${language}@example.com`);
  await page.getByLabel(t('access.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: t('access.signIn'), exact: true }).click();
  await page.waitForURL(`**/w/moving-${language}`);
  await page.goto(`${product.origin}/w/moving-${language}/settings/moving-in`);
  const invite = t('movingIn.steps.INVITE.title');
  await page.getByRole('button', { name: t('movingIn.resumeOf', { step: invite }) }).click();
  await page.getByRole('link', { name: new RegExp(invite) }).waitFor();
  const response = await page.request.post(`${product.origin}/graphql`, {
    headers: { 'x-dangol-workspace': `moving-${language}` },
    data: {
      query: 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }',
      variables: { input: { id: crypto.randomUUID(), email: 'colleague@example.com', role: 'rep' } },
    },
  });
  expect(response.status()).toBe(200);
  const row = page.getByRole('listitem').filter({ hasText: invite });
  await row.getByText(t('movingIn.done'), { exact: true }).waitFor();
  await context.close();
});
