import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readHead } from './read-head.ts';

const of = (...pieces: string[]) =>
  Readable.from(
    pieces.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  );

test.each([
  ['in one piece', ['abcdefgh']],
  ['in pieces', ['a', 'bcd', 'e', 'fgh']],
])('a content that comes %s is whole after its head was read', async (_how, pieces) => {
  const { head, whole } = await readHead(of(...pieces), 4);
  expect(String(head)).toBe('abcd');
  expect(String(await buffer(whole))).toBe('abcdefgh');
});

test('a content shorter than the head is all head', async () => {
  const { head, whole } = await readHead(of('ab'), 4);
  expect([String(head), String(await buffer(whole))]).toEqual(['ab', 'ab']);
  expect((await readHead(of(), 4)).head).toHaveLength(0);
});

test('a content that breaks off breaks its reader, before the head and after it', async () => {
  const breaking = (after: number) =>
    Readable.from(
      (function* () {
        for (let n = 0; n < after; n += 1) yield Buffer.from('ab');
        throw new Error('gone');
      })(),
      { objectMode: false },
    );
  await expect(readHead(breaking(1), 4)).rejects.toThrow('gone');
  const { whole } = await readHead(breaking(5), 4);
  await expect(buffer(whole)).rejects.toThrow('gone');
});

test('destroying the whole destroys the content it came from', async () => {
  const content = of('abcd', 'efgh', 'ijkl');
  const { whole } = await readHead(content, 4);
  for await (const piece of whole) {
    expect(String(piece)).toBe('abcd');
    break;
  }
  expect(content.destroyed).toBe(true);
});
