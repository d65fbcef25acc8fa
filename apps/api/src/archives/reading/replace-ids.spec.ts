import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ReplaceIds } from './replace-ids.ts';

const [OLD, NEW, OTHER] = ['0', '1', '2'].map((digit) => `${digit.repeat(8)}-0000-7000-8000-${digit.repeat(12)}`) as [
  string,
  string,
  string,
];

async function through(text: string, cut: number): Promise<string> {
  const bytes = Buffer.from(text);
  const chunks = [bytes.subarray(0, cut), bytes.subarray(cut)];
  return (await buffer(Readable.from(chunks).pipe(new ReplaceIds(new Map([[OLD, NEW]]))))).toString();
}

it('replaces ids wherever they stand and wherever a chunk ends, and nothing else', async () => {
  const text = (id: string) => `한국,${id},"{""owner"":""${id}""}",${OTHER},단골`;
  const { length } = Buffer.from(text(OLD));
  for (let cut = 0; cut <= length; cut += 1) expect(await through(text(OLD), cut)).toBe(text(NEW));
});

it('passes everything when there is nothing to replace', async () => {
  const out = Readable.from([Buffer.from(OLD)]).pipe(new ReplaceIds(new Map()));
  expect((await buffer(out)).toString()).toBe(OLD);
});
