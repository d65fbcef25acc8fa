import { readableSize } from './readable-size.ts';

it.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [40_000, '39 kB'],
  [1_048_576, '1 MB'],
  [10 * 1_048_576 + 300_000, '10.3 MB'],
  [1024 ** 3, '1 GB'],
])('%d bytes are %s', (bytes, text) => expect(readableSize(bytes, String)).toBe(text));
