import { fileSize } from './file-size.ts';

it.each([
  [1, '1 B'],
  [999, '999 B'],
  [12_345, '12 kB'],
  [3_449_000, '3.4 MB'],
  [10_485_760, '10.5 MB'],
])('%d bytes are %s', (bytes, text) => expect(fileSize(bytes, String)).toBe(text));
