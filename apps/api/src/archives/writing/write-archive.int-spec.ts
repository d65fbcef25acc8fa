import { EventLog, TenantDatabase, UnitOfWork } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { Writable } from 'node:stream';
import { Clock } from '../../platform/clock/clock.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { WriteArchiveUseCase } from './write-archive.use-case.ts';

let wired: WiredFeatures;
let workspaces: SeededWorkspace[];
beforeAll(async () => {
  wired = await wireFeatures('2026-06-15T10:00:00Z');
  const [one, two] = [await seedTwoWorkspaces(wired.db), await seedTwoWorkspaces(wired.db, '-more')];
  workspaces = [one.a, one.b, two.a];
});
afterAll(() => wired.close());

test('two workspaces at a time are downloaded: a slow one does not take the connections of everybody else', async () => {
  const archives = new WriteArchiveUseCase(
    wired.get(TenantDatabase),
    wired.get(UnitOfWork),
    wired.get(FileStore),
    wired.get(EventLog),
    wired.get(Clock),
  );
  const [a, b, c] = workspaces.map((workspace) => memberContext(workspace));
  const slow: Writable[] = [];
  const begun = (ctx: NonNullable<typeof a>) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const ended = archives.execute(ctx, () => {
      const output = new Writable({ write: () => resolve() }); // takes the first bytes and no more
      slow.push(output);
      return output;
    });
    return promise.then(() => ({ ended }));
  };
  const [first, second] = [await begun(a!), await begun(b!)];
  expect(() => archives.check(a!)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  expect(() => archives.check(c!)).toThrow(expect.objectContaining({ code: 'UNAVAILABLE' }));
  for (const output of slow) output.destroy(new Error('hung up'));
  await expect(first.ended).rejects.toThrow('hung up');
  await expect(second.ended).rejects.toThrow('hung up');
  await archives.execute(c!, () => new Writable({ write: (_chunk, _encoding, done) => done() }));
});
