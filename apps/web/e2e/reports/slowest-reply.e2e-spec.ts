import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { DEMO, TRIED_LANGUAGES, signIn, startBrowser, wording, type Language } from '../harness/browser.ts';
import { firstSheet } from '../harness/first-sheet.ts';
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

/** "3h 44m" or "3시간 44분" as a file says it, "3:44". */
function asHours(shown: string): string {
  const [hours, minutes] = /^\d+분$/.test(shown) ? ['0', shown.slice(0, -1)] : (shown.match(/\d+/g) ?? []);
  return `${Number(hours)}:${String(Number(minutes)).padStart(2, '0')}`;
}

async function download(page: Page, click: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

test.each(TRIED_LANGUAGES)(
  'walkthrough 12 (%s): find the slowest reply, download it, pause auto-send; tile, report and workbook agree, the pause is immediate and logged',
  async (language: Language) => {
    const t = wording(language);
    await product.sql(`update workspaces set auto_send_paused = false where slug = $1`, [DEMO.workspace]);
    const { page, context, problems } = await signIn(browser, product, DEMO.rep, language);
    let clicks = 0;
    const click = async (target: ReturnType<Page['getByRole']>) => {
      clicks += 1;
      await target.click();
    };

    // Home: the tile of the channel that is furthest over, or nearest to, its target.
    const tile = page
      .getByRole('region', { name: t('home.headlines') })
      .getByRole('listitem')
      .first();
    const channel = await tile.getByRole('heading').innerText();
    const mean = await tile.locator('strong').first().innerText();
    await click(tile.getByRole('link', { name: `${t('home.toReport')} ${channel}` }));

    // Report: the same mean, and the slowest reply on top.
    const shownMean = page
      .getByRole('listitem')
      .filter({ hasText: t('reports.sla.mean') })
      .locator('strong');
    await shownMean.first().waitFor();
    expect(await shownMean.first().innerText()).toBe(mean);
    const samples = page.getByRole('table').filter({ hasText: t('reports.sla.took') });
    const slowest = samples.locator('tbody tr').first();
    await slowest.waitFor();
    const [name, took] = [
      await slowest.getByRole('rowheader').innerText(),
      (await slowest.locator('td').nth(4).innerText()).split('\n')[0]!,
    ];

    // Files: figures and samples, by the menu that belongs to the whole report.
    const menu = page.getByRole('button', { name: t('exports.download'), exact: true }).first();
    await click(menu);
    const asFile = (list: string) =>
      page.getByRole('menuitem', {
        name: t('exports.listAs', { list: t(`exports.lists.${list}`), format: t('exports.formats.xlsx') }),
      });
    const figures = await download(page, () => click(asFile('sla-report')));
    const words = (ko: string, en: string) => (language === 'ko' ? ko : en);
    const [all] = await firstSheet(figures.content);
    expect(all![words('평균 (시:분)', 'Mean (h:mm)')]).toBe(asHours(mean));
    expect(all![words('측정', 'Measure')]).toBe(words('플랫폼 점수', 'Platform score'));
    const { origin } = product;
    const filter = new URL(page.url()).searchParams.get('channel');
    const [{ today } = { today: '' }] = await product.sql<{ today: string }>(
      `select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today from workspaces where slug = $1`,
      [DEMO.workspace],
    );
    const from = new Date(Date.parse(`${today}T00:00:00Z`) - 29 * 86_400_000).toISOString().slice(0, 10);
    const query = JSON.stringify({ from, to: today, measure: 'PLATFORM', channelId: [filter] });
    const answer = await context.request.get(
      `${origin}/exports/sla-samples.xlsx?workspace=${DEMO.workspace}&filter=${encodeURIComponent(query)}`,
    );
    const rows = await firstSheet(await answer.body());
    expect(rows[0]![words('바이어', 'Buyer')]).toBe(name);
    const minutes = (text: string) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    // it may be one that still waits: minutes may have passed between screen and file, never back
    const slowestMinutes = minutes(String(rows[0]![words('걸린 시간 (시:분)', 'Took (h:mm)')]));
    expect(slowestMinutes - minutes(asHours(took))).toBeLessThanOrEqual(10);
    expect(slowestMinutes).toBeGreaterThanOrEqual(minutes(asHours(took)));
    const answered = rows
      .filter((row) => row[words('상태', 'Status')] === words('답변함', 'Answered'))
      .map((row) => Number(row[words('걸린 시간 (분)', 'Took (minutes)')]));
    const meanOfFile = answered.reduce((sum, each) => sum + each, 0) / answered.length;
    expect(meanOfFile - minutes(asHours(mean))).toBeGreaterThan(-0.02); // the file cuts hundredths of a minute
    expect(meanOfFile - minutes(asHours(mean))).toBeLessThan(1);

    // Home again: the brake.
    await click(page.getByRole('link', { name: t('shell.pages.home'), exact: true }));
    await click(page.getByRole('button', { name: t('home.autoSend.pauseLabel') }));
    await page.getByText(t('home.autoSend.paused')).waitFor();
    await page.getByText(t('home.autoSend.managersResume')).waitFor(); // a rep cannot release it
    expect(clicks).toBeLessThanOrEqual(6);
    const [stored] = await product.sql(
      `select w.auto_send_paused as paused, e.verb, m.email from workspaces w
       join events e on e.workspace_id = w.id and e.verb = 'auto_send.paused'
       join members m on m.workspace_id = w.id and m.id = e.actor_id
       where w.slug = $1 order by e.position desc limit 1`,
      [DEMO.workspace],
    );
    expect(stored).toEqual({ paused: true, verb: 'auto_send.paused', email: DEMO.rep });
    expect(problems).toEqual([]);
    await context.close();
  },
  240_000,
);

test('a manager releases the brake, and the audit log says both', async () => {
  const t = wording('en');
  await product.sql(`update workspaces set auto_send_paused = true where slug = $1`, [DEMO.workspace]);
  const { page, context } = await signIn(browser, product, DEMO.manager, 'en');
  await page.getByRole('button', { name: t('home.autoSend.resumeLabel') }).click();
  await page.getByRole('button', { name: t('home.autoSend.pauseLabel') }).waitFor();
  await page.goto(`${product.origin}/w/${DEMO.workspace}/settings/audit`);
  await page.getByText(t('settings.audit.verbs.auto_send.resumed')).first().waitFor();
  await context.close();
});
