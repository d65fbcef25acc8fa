import { startTestServer } from './test-server.ts';

/** Jest's globalSetup: the server whose address the workers inherit, and the way to stop it for globalTeardown. */
export default async function setUp(): Promise<void> {
  const server = await startTestServer(process.env['TEST_DATABASE_URL']);
  process.env['DANGOL_TEST_SERVER'] = server.url;
  process.env['DANGOL_TEST_RUN'] = server.run;
  Object.assign(globalThis, { stopDangolTestServer: () => server.stop() });
}
