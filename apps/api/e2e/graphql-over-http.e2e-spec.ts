import { serverAudits } from 'graphql-http';
import { startTestApp } from './harness/index.ts';
import type { TestApp } from './harness/index.ts';

/**
 * Notices that remain: `MAY`s that CSRF prevention forbids on purpose. It answers 400 to requests a page of another site
 * could send (GET without a header that needs permission), and the audit sends exactly those.
 */
const NOTICES = [
  'notice 5A70 MAY accept application/x-www-form-urlencoded formatted GET requests (Response status code is not 200)',
  'notice D6D5 MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json (Response status code is not 200)',
  'notice 6A70 MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json (Response status code is not 200)',
];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('the graphql-http audit finds no error, and no notice but the ones we chose', async () => {
  const results = [];
  for (const audit of serverAudits({ url: `${app.url}/graphql` })) results.push(await audit.fn());
  const summary = results
    .filter(({ status }) => status !== 'ok')
    .map((r) => `${r.status} ${r.id} ${r.name}${'reason' in r ? ` (${r.reason})` : ''}`);
  expect(results).toHaveLength(61);
  expect(summary).toEqual(NOTICES);
});
