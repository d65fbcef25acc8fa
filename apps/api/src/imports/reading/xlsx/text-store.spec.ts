import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextStore } from './text-store.ts';

describe('shared texts', () => {
  let folder: string;
  let store: TextStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dangol-texts-'));
    store = new TextStore(join(folder, 'texts'));
  });
  afterEach(async () => {
    store.close();
    await rm(folder, { recursive: true });
  });

  it('come back each at its number, also those that memory no longer holds', () => {
    const text = (index: number) => `${'텍스트'.repeat(60)}${index}`;
    const count = 60_000; // 33 MB, twice what is kept
    for (let index = 0; index < count; index += 1) store.add(text(index));
    store.seal();
    for (const index of [count - 1, 0, 30_000, 1, 29_999, count - 2]) expect(store.get(index)).toBe(text(index));
  });

  it('may be empty, or longer than a block, or not there', () => {
    for (const text of ['', 'x'.repeat(200_000), '', '끝']) store.add(text);
    store.seal();
    expect([0, 1, 2, 3].map((index) => store.get(index)?.length)).toEqual([0, 200_000, 0, 1]);
    expect([store.get(4), store.get(-1), store.get(NaN), store.get(1.5)]).toEqual([null, null, null, null]);
  });
});
