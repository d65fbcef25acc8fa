import type { Browser, Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { DEMO, TRIED_LANGUAGES, signIn, startBrowser, wording, type Language } from '../harness/browser.ts';
import { curl, newConnector, startReplyEndpoint, type Connector, type ReplyEndpoint } from '../harness/channel.ts';
import { startProduct, type Product } from '../harness/product.ts';

let product: Product;
let browser: Browser;
let endpoint: ReplyEndpoint;
let connector: Connector;
beforeAll(async () => {
  product = await startProduct();
  await product.sql(`update workspaces set undo_send_seconds = 1 where slug = $1`, [DEMO.workspace]);
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

/** An inquiry of a buyer of our own channel, with a draft; answers its conversation. */
async function newInquiry(name: string, text: string): Promise<string> {
  const externalId = newId();
  const sender = { externalId: newId(), name, country: 'HU', platformLevel: 'L4' };
  expect(
    curl(connector, {
      externalId: newId(),
      sentAt: new Date().toISOString(),
      conversation: { externalId },
      sender,
      text,
    }),
  ).toBe(202);
  for (;;) {
    const [row] = await product.sql<{ id: string }>(
      `select c.id from conversations c join drafts d on d.workspace_id = c.workspace_id and d.conversation_id = c.id where c.external_id = $1 and d.text is not null`,
      [externalId],
    );
    if (row) return row.id;
  }
}

/** Makes it the most urgent A, its draft with one claim that no source stands behind. */
async function mostUrgentA(id: string): Promise<void> {
  await product.sql(`update buyers set grade = 'A' where id = (select buyer_id from conversations where id = $1)`, [
    id,
  ]);
  await product.sql(
    `update conversations set grade_rank = 1, level_rank = 1, due_at = (select min(due_at) - interval '1 hour' from conversations where status = 'waiting') where id = $1`,
    [id],
  );
  await product.sql(
    `update drafts set text = text || E'\\n\\nWe dispatch within 12 days.', content = jsonb_set(content, '{unsupported}', '["number 12"]') where conversation_id = $1`,
    [id],
  );
}

/** Waits until the channel has accepted a reply. */
async function delivered(text: string): Promise<void> {
  for (;;) {
    const [row] = await product.sql<{ delivery_status: string }>(
      `select delivery_status from messages where text = $1`,
      [text],
    );
    if (row?.delivery_status === 'delivered') return;
  }
}

const waitingOnHome = async (page: Page) => await page.locator('[data-row]').count();

test.each(TRIED_LANGUAGES)(
  'walkthrough 2 (%s): from Home, the most urgent A is answered with the draft of which one claim lacks a source, in 6 keys',
  async (language: Language) => {
    const t = wording(language);
    const name = `Budapest ${language.toUpperCase()} Kft`;
    const id = await newInquiry(name, 'Hello, what is your minimum order quantity for sheet masks?');
    await mostUrgentA(id);
    const { page, context, problems } = await signIn(browser, product, DEMO.rep, language);
    await page.getByRole('link', { name: t('home.answerTo', { name }) }).waitFor();
    await page.waitForFunction(
      (row) => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') === row,
      id,
    );
    const before = await waitingOnHome(page);

    let keys = 0;
    const press = async (key: string) => {
      await page.keyboard.press(key);
      keys += 1;
    };
    await press('Enter');
    await page.getByRole('button', { name: t('inbox.draft.insert') }).waitFor();
    await press('i');
    const box = page.getByRole('textbox', { name: t('inbox.composer.replyText') });
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await expect(box.inputValue()).resolves.toContain('12 days');
    // Without the tick nothing leaves; the first tick is the next stop after the text.
    await press('Tab');
    await press('Space');
    await press('Control+Enter');
    expect(keys).toBeLessThanOrEqual(6);
    await page.getByText(t('inbox.delivery.DELIVERED')).waitFor();
    await page
      .locator('article')
      .getByText(t('inbox.author.aiAssisted', { name: '최지호' }))
      .first()
      .waitFor();
    const [clock] = await product.sql<{ status: string }>(
      `select status from inquiries where conversation_id = $1 order by opened_at desc limit 1`,
      [id],
    );
    expect(clock).toEqual({ status: 'answered' });
    expect(endpoint.received.filter(({ text }) => text.includes('12 days'))).toHaveLength(language === 'ko' ? 1 : 2);

    await page.goto(`${product.origin}/w/${DEMO.workspace}`);
    await page.locator('[data-row]').first().waitFor();
    expect(await waitingOnHome(page)).toBe(before - 1);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('walkthrough 11: in English with large text a filtered inbox is shared by its link; the colleague sees the same rows in Korean, nothing clipped', async () => {
  const [en, ko] = [wording('en'), wording('ko')];
  const size = (email: string) => product.sql(`update identity.accounts set text_size = 20 where email = $1`, [email]);
  await Promise.all([size(DEMO.rep), size(DEMO.manager)]);
  const rep = await signIn(browser, product, DEMO.rep, 'en');
  const { page } = rep;
  // A clipboard of the test's own: the machine's is refused to a window that is not in front.
  await page.evaluate(() =>
    Object.defineProperty(window.navigator, 'clipboard', {
      value: { writeText: async (text: string) => void (document.documentElement.dataset['copied'] = text) },
    }),
  );
  let clicks = 0;
  const click = async (role: 'button' | 'link' | 'checkbox', name: string | RegExp) => {
    await page.getByRole(role, { name }).first().click();
    clicks += 1;
  };
  await click('link', new RegExp(`^${en('shell.pages.inbox')}`));
  await page.waitForURL('**/inbox');
  await click('button', en('inbox.filters'));
  // Of the form, which is loaded when it is opened: rows have buttons of that name too.
  const form = page.locator('#inbox-filters');
  await form.getByRole('button', { name: `${en('inbox.grade')} A` }).click();
  clicks += 1;
  await page
    .locator('summary')
    .filter({ hasText: en('inbox.country') })
    .click();
  clicks += 1;
  await click('checkbox', /United States/);
  await page.waitForURL(/grade=A&country=US/);
  await click('button', en('inbox.copyLink'));
  expect(clicks).toBeLessThanOrEqual(6);
  await page.getByText(en('inbox.linkCopied')).waitFor();
  const link = (await page.locator('html').getAttribute('data-copied'))!;
  const ids = async (on: Page) => {
    await on.locator('li[aria-posinset]').first().waitFor();
    return on.locator('a[id^="queue-row-"]').evaluateAll((all) => all.map((row) => row.id));
  };
  await page.keyboard.press('Escape');

  const colleague = await signIn(browser, product, DEMO.manager, 'ko');
  await colleague.page.goto(link);
  const seen = await ids(colleague.page);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen).toEqual(await ids(page));
  await colleague.page.getByRole('button', { name: ko('inbox.filtersActive', { count: 2 }) }).waitFor();
  expect(await colleague.page.locator('html').getAttribute('lang')).toBe('ko');
  for (const on of [page, colleague.page]) expect(await clipped(on)).toEqual([]);
  expect([...rep.problems, ...colleague.problems]).toEqual([]);
  await Promise.all([rep.context.close(), colleague.context.close()]);
  await product.sql(`update identity.accounts set text_size = 16`);
});

/** Controls whose words do not fit into them, and anything that makes the page wider than the window. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>('button, a, label, select, summary, h1, h2')].filter(
      (element) =>
        element.checkVisibility() &&
        !element.id.startsWith('queue-row-') && // the preview of a row is one line of many
        !element.matches('.visually-hidden, [class*="skip"]') &&
        (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 4) &&
        getComputedStyle(element).overflow !== 'visible',
    );
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [
      ...cut.map((element) => element.outerHTML.slice(0, 160)),
      ...(sideways > 0 ? [`sideways ${sideways}`] : []),
    ];
  });
}

test('two browsers answer one inquiry: one reply leaves, the other is halted with what was written, until its writer chooses', async () => {
  const t = wording('en');
  const id = await newInquiry('Two Writers Ltd', 'Do you ship to Budapest?');
  const [first, second] = await Promise.all([
    signIn(browser, product, DEMO.rep, 'en'),
    signIn(browser, product, DEMO.manager, 'en'),
  ]);
  // The second hears of nothing, as if both had pressed at once.
  await second.page.routeWebSocket(/.*/, () => undefined);
  const open = async ({ page }: typeof first, text: string) => {
    await page.goto(`${product.origin}/w/${DEMO.workspace}/inbox/${id}`);
    const box = page.getByRole('textbox', { name: t('inbox.composer.replyText') });
    await box.fill(text);
    await page.getByText(/^saved /).waitFor();
    return box;
  };
  const boxes = [await open(first, 'Yes, by air, 5 days.'), await open(second, 'Yes, by sea, 40 days.')] as const;
  const left = () => endpoint.received.filter(({ text }) => text.includes('days.') && text.startsWith('Yes, by'));

  await boxes[0].press('Control+Enter');
  await first.page.getByText(t('inbox.delivery.DELIVERED')).waitFor();
  await boxes[1].press('Control+Enter');
  const notice = second.page.getByRole('alert').filter({ hasText: 'by air, 5 days' });
  await notice.waitFor();
  expect(left().map(({ text }) => text)).toEqual(['Yes, by air, 5 days.']);
  await expect(boxes[1].inputValue()).resolves.toBe('Yes, by sea, 40 days.');

  await notice.getByRole('button', { name: t('inbox.moved.look') }).click();
  expect(left()).toHaveLength(1);
  await boxes[1].press('Control+Enter');
  await second.page.locator('article').filter({ hasText: 'by sea' }).waitFor();
  await delivered('Yes, by sea, 40 days.');
  expect(left()).toHaveLength(2);
  await Promise.all([first.context.close(), second.context.close()]);
});
