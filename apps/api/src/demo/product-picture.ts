import { crc32, deflateSync } from 'node:zlib';

const SIZE = 320;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Colours of a picture's three parts, as hue offsets, saturation and lightness. */
const [GROUND, BODY, CAP] = [
  [0, 0.45, 0.92],
  [0, 0.4, 0.72],
  [24, 0.35, 0.5],
] as const;

/** A picture of a bottle in the colour of `hue` (0 to 359), as PNG: what stands for a photograph in the demo. */
export function drawPicture(hue: number): Buffer {
  const palette = Buffer.concat([GROUND, BODY, CAP].map(([turn, s, l]) => rgb((hue + turn) % 360, s, l)));
  const rows = Buffer.alloc(SIZE * (SIZE + 1)); // each row begins with the byte for "no filter"
  for (let y = 0; y < SIZE; y += 1)
    for (let x = 0; x < SIZE; x += 1) rows[y * (SIZE + 1) + 1 + x] = partAt(Math.abs(x - SIZE / 2), y);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, colours by palette
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function partAt(fromMiddle: number, y: number): number {
  if (y > 56 && y < 112 && fromMiddle < 30) return 2;
  return y >= 112 && y < 276 && fromMiddle < 62 ? 1 : 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type, 'latin1'), data])];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Red, green and blue of a hue in degrees, saturation and lightness 0 to 1. */
function rgb(hue: number, saturation: number, lightness: number): Buffer {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const channel = (place: number): number => {
    const at = (place + hue / 30) % 12;
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return Buffer.from([channel(0), channel(8), channel(4)]);
}
