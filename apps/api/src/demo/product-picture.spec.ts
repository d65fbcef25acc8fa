import { inflateSync } from 'node:zlib';
import { drawPicture } from './product-picture.ts';

/** Length, type and data of every part of a PNG. */
function partsOf(png: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return parts;
}

it('draws a bottle of the colour, always the same', () => {
  const parts = partsOf(drawPicture(0));
  expect([...parts.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const pixels = inflateSync(parts.get('IDAT')!);
  expect(pixels).toHaveLength(320 * 321);
  const at = (x: number, y: number) => pixels[y * 321 + 1 + x];
  expect([at(5, 5), at(160, 200), at(160, 80)]).toEqual([0, 1, 2]);
  const [red, green] = [parts.get('PLTE')![3]!, parts.get('PLTE')![4]!];
  expect(red).toBeGreaterThan(green);
  expect(drawPicture(0)).toEqual(drawPicture(0));
  expect(drawPicture(120)).not.toEqual(drawPicture(0));
});
