/** Jest's globalTeardown: stops what globalSetup started. */
export default async function tearDown(): Promise<void> {
  const { stopDangolTestServer } = globalThis as { stopDangolTestServer?: () => Promise<void> };
  await stopDangolTestServer?.();
}
