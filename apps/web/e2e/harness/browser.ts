import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Product } from './product.ts';

/** The languages of the product. */
export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** `DANGOL_E2E=full npm test` looks at everything in both languages; it takes some minutes longer. */
export const FULL = process.env['DANGOL_E2E'] === 'full';
/** The acceptance walkthroughs always run in both languages; the other suites in Korean alone unless the run is full. */
export const TRIED_LANGUAGES: readonly Language[] = FULL ? LANGUAGES : ['ko'];

/** The demo workspace's people that tests sign in as; seeded by apps/api/src/demo. */
export const DEMO = {
  workspace: 'demo',
  password: 'dangol-demo',
  owner: 'minjung@dangol.demo',
  manager: 'seojun@dangol.demo',
  rep: 'jiho@dangol.demo',
} as const;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser of this machine; CHROME_PATH names it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: FLAGS });
}

/** The wording of a screen, by the key of the message catalogue: tests find controls by what a person reads. */
export function wording(language: Language): (key: string, values?: Record<string, string | number>) => string {
  const catalogue: unknown = JSON.parse(
    readFileSync(resolve(import.meta.dirname, `../../messages/${language}.json`), 'utf8'),
  );
  return (key, values = {}) => {
    const text = key.split('.').reduce<unknown>((branch, part) => (branch as Record<string, unknown>)[part], catalogue);
    if (typeof text !== 'string') throw new Error(`no message ${key}`);
    return text.replace(/\{(\w+)[^}]*\}/g, (_all, name: string) => String(values[name] ?? ''));
  };
}

/** A person at the product: an own browser context, signed in through the page. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page wrote to the console as an error, or threw. */
  readonly problems: string[];
}

/** Signs somebody in, in a language, at a window size. */
export async function signIn(
  browser: Browser,
  product: Product,
  email: string,
  language: Language,
  viewport = { width: 1440, height: 900 },
): Promise<Person> {
  await product.sql(`update identity.accounts set language = $2 where email = $1`, [email, language]);
  const context = await browser.newContext({
    viewport,
    locale: language === 'ko' ? 'ko-KR' : 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const t = wording(language);
  await page.goto(`${product.origin}/sign-in`);
  await page.getByLabel(t('access.email')).fill(email);
  await page.getByLabel(t('access.password'), { exact: true }).fill(DEMO.password);
  await page.getByRole('button', { name: t('access.signIn'), exact: true }).click();
  await page.waitForURL(`**/w/${DEMO.workspace}`);
  return { context, page, problems };
}
