import { isUtf8 } from 'node:buffer';
import { countKnownHeaders } from '@dangol/crm';
import type { Encoding, OpenFile } from './layout.ts';
import { decodeText, decoderOf } from './decode-text.ts';

/** What a text file is written in, and how many bytes of a byte order mark go before it. */
export interface TextEncoding {
  readonly encoding: Encoding;
  readonly bomBytes: number;
}

const HEAD_BYTES = 64 * 1024;

/**
 * The encoding of a text file. A byte order mark decides; then NUL bytes, which only UTF-16 has; then whether the whole file is
 * valid UTF-8, for a file may begin in ASCII and turn to Korean after megabytes. A file of UTF-8 with a few broken bytes stays
 * UTF-8: read in another encoding, all of its text would be lost instead of a few letters.
 */
export async function detectEncoding(open: OpenFile): Promise<TextEncoding> {
  const head = await readHead(open);
  const marked = byMark(head);
  if (marked) return marked;
  if (head.includes(0)) return { encoding: wideEncoding(head), bomBytes: 0 };
  if (await isUtf8File(open)) return { encoding: 'utf-8', bomBytes: 0 };
  if (await isNearlyUtf8(open)) return { encoding: 'utf-8', bomBytes: 0 };
  return { encoding: looksChinese(head) ? 'gb18030' : 'cp949', bomBytes: 0 };
}

/** The byte order mark at the head of a file, whatever encoding was chosen by hand. */
export function byMark(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  return null;
}

/** The first bytes of a file; fewer where the file is shorter. */
export async function readHead(open: OpenFile, bytes = HEAD_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}

async function isUtf8File(open: OpenFile): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    rest = bytes.subarray(whole);
  }
  return rest.length === 0;
}

/** Length of the bytes without a character that is cut off at their end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** At least twenty letters beyond ASCII are sound for each that is broken. Korean read as UTF-8 breaks nearly everywhere. */
async function isNearlyUtf8(open: OpenFile): Promise<boolean> {
  let broken = 0;
  let sound = 0;
  for await (const text of decodeText(open, { encoding: 'utf-8', bomBytes: 0 })) {
    for (const [letters] of text.matchAll(/[^\u0000-\u007f]+/g)) {
      const marks = letters.split('\uFFFD').length - 1;
      broken += marks;
      sound += letters.length - marks;
    }
    if (broken > 10_000 && sound < broken) return false;
  }
  return sound >= broken * 20;
}

/** Bytes in no Unicode whose headers are known words in Chinese, and more of them than in Korean. */
function looksChinese(head: Buffer): boolean {
  const headers = (encoding: Encoding) => {
    const lines = decoderOf(encoding)
      .decode(head, { stream: true })
      .split(/\r?\n|\r/, 30);
    return Math.max(
      ...lines.map((line) =>
        countKnownHeaders(
          line
            .split(/[,;\t|]/)
            .map((cell) => cell.replaceAll('"', ''))
            .filter((cell) => /[^\p{ASCII}]/u.test(cell)),
        ),
      ),
    );
  };
  const chinese = headers('gb18030');
  return chinese >= 1 && chinese > headers('cp949');
}

/** UTF-16 whose commas and line ends make sense: read the wrong way round, they are letters of other scripts. */
function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' {
  return plainUnits(head, 1) >= plainUnits(head, 0) ? 'utf-16le' : 'utf-16be';
}

/** How many 16-bit units are plain ASCII, when the high byte is the first (0) or the second (1) of two. */
export function plainUnits(bytes: Uint8Array, high: 0 | 1): number {
  let found = 0;
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const low = bytes[index + 1 - high]!;
    if (bytes[index + high] === 0 && ((low >= 32 && low < 127) || low === 9 || low === 10 || low === 13)) found += 1;
  }
  return found;
}
