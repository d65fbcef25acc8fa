import { compareQueue, type BuyerGrade, type PlatformLevel } from '@dangol/crm';
import type { Browser, Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { DEMO, TRIED_LANGUAGES, signIn, startBrowser, wording, type Language } from './harness/browser.ts';
import { curl, newConnector, startReplyEndpoint, type Connector, type ReplyEndpoint } from './harness/channel.ts';
import { startProduct, type Product } from './harness/product.ts';

let product: Product;
let browser: Browser;
let endpoint: ReplyEndpoint;
let connector: Connector;
beforeAll(async () => {
  product = await startProduct();
  await product.sql(`update workspaces set undo_send_seconds = 2 where slug = $1`, [DEMO.workspace]);
  browser = await startBrowser();
  endpoint = await startReplyEndpoint();
  const owner = await signIn(browser, product, DEMO.owner, 'ko');
  connector = await newConnector(product, owner.context.request, endpoint.url);
  await owner.context.close();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  endpoint?.stop();
});

const inquiry = (name: string, text: string): Record<string, unknown> => ({
  externalId: newId(),
  sentAt: new Date().toISOString(),
  conversation: { externalId: newId() },
  sender: { externalId: newId(), name, country: 'HU', platformLevel: 'L4' },
  text,
});

/** Ids in the order of the list on the screen. */
const shownIds = (page: Page) =>
  page.locator('a[id^="queue-row-"]').evaluateAll((rows) => rows.map((row) => row.id.replace('queue-row-', '')));

interface Row {
  id: string;
  dueAt: string;
  grade: BuyerGrade | null;
  platformLevel: PlatformLevel | null;
}

/** The queue as the API gives it, with the instant that it was ordered for. */
async function queue(page: Page): Promise<{ asOf: string; rows: Row[] }> {
  const response = await page.context().request.post(`${product.origin}/graphql`, {
    headers: { 'x-dangol-workspace': DEMO.workspace },
    data: { query: '{ inbox(first: 100) { asOf edges { node { id dueAt grade platformLevel } } } }' },
  });
  const { data } = (await response.json()) as { data: { inbox: { asOf: string; edges: { node: Row }[] } } };
  return { asOf: data.inbox.asOf, rows: data.inbox.edges.map(({ node }) => node) };
}

test.each(TRIED_LANGUAGES)(
  'main job (%s): curl delivers, it appears live in two browsers at its place, one answers with the edited draft, both see it leave, the channel got one message',
  async (language: Language) => {
    const t = wording(language);
    const name = `Lumo ${language.toUpperCase()} Kft`;
    const [rep, colleague] = await Promise.all([
      signIn(browser, product, DEMO.rep, language),
      signIn(browser, product, DEMO.manager, language),
    ]);
    for (const { page } of [rep, colleague]) {
      await page.goto(`${product.origin}/w/${DEMO.workspace}/inbox`);
      await page.locator('a[id^="queue-row-"]').first().waitFor();
    }

    expect(
      curl(connector, inquiry(name, 'Hello, what is your minimum order quantity for sheet masks? We are in Hungary.')),
    ).toBe(202);
    const rows = [rep, colleague].map(({ page }) => page.getByRole('link', { name: new RegExp(name) }));
    await Promise.all(rows.map((row) => row.waitFor()));

    const { asOf, rows: expected } = await queue(rep.page);
    const items = expected.map((row) => ({
      id: row.id,
      dueAtMs: Date.parse(row.dueAt),
      grade: row.grade,
      level: row.platformLevel,
    }));
    expect(items.toSorted((left, right) => compareQueue(left, right, Date.parse(asOf)))).toEqual(items);
    const shown = await shownIds(rep.page);
    expect(shown).toEqual(items.map(({ id }) => id).slice(0, shown.length));

    await rows[0]!.click();
    await rep.page.getByRole('button', { name: t('inbox.draft.insert') }).waitFor();
    await rep.page.keyboard.press('i');
    const box = rep.page.getByRole('textbox', { name: t('inbox.composer.replyText') });
    await expect(box.inputValue()).resolves.toContain('MOQ');
    await box.press('Control+End');
    await box.pressSequentially('\nWarm regards from Seoul');
    const text = await box.inputValue();
    await box.press('Control+Enter');

    await Promise.all(
      rows.map((row) => row.waitFor({ state: 'detached' }).catch(() => row.getByText(t('inbox.queue.gone')).waitFor())),
    );
    await rep.page.getByText(t('inbox.delivery.DELIVERED')).waitFor();
    expect(endpoint.received.filter((reply) => reply.text === text)).toHaveLength(1);
    const [clock] = await product.sql<{ status: string; met: boolean; ai_assisted: boolean }>(
      `select i.status, i.met, m.ai_assisted from inquiries i join messages m on m.workspace_id = i.workspace_id and m.id = i.first_response_message_id where m.text = $1`,
      [text],
    );
    expect(clock).toEqual({ status: 'answered', met: true, ai_assisted: true });
    expect([...rep.problems, ...colleague.problems]).toEqual([]);
    await Promise.all([rep.context.close(), colleague.context.close()]);
  },
);

test('what was typed survives a reload, on the server', async () => {
  const t = wording('en');
  const rep = await signIn(browser, product, DEMO.rep, 'en');
  curl(connector, inquiry('Reload Trading', 'Do you ship to Budapest?'));
  await rep.page.goto(`${product.origin}/w/${DEMO.workspace}/inbox`);
  await rep.page.getByRole('link', { name: /Reload Trading/ }).click();
  const box = () => rep.page.getByRole('textbox', { name: t('inbox.composer.replyText') });
  await box().fill('Half a sentence');
  await rep.page.getByText(/^saved /).waitFor();
  await rep.page.reload();
  await box().waitFor();
  await rep.page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Half a sentence'),
  );
  const saved = await product.sql<{ text: string }>(`select text from reply_drafts where text = 'Half a sentence'`);
  expect(saved).toHaveLength(1);
  await rep.context.close();
});
