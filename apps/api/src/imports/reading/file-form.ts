import { byMark, plainUnits, readHead } from './detect-encoding.ts';
import type { OpenFile } from './layout.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** First bytes of files that are no table, by the name that the screen shows. */
const OTHER_FORMATS: readonly (readonly [string, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['gz', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a file is by its content, whatever its name says. Throws UnreadableFile for what no reader is here for. */
export async function fileForm(open: OpenFile): Promise<'csv' | 'xlsx'> {
  const head = await readHead(open);
  if (head.length === 0) throw new UnreadableFile('EMPTY_FILE');
  if (begins(head, ZIP)) return 'xlsx';
  if (begins(head, OLE)) throw new UnreadableFile((await holdsEncryptedPackage(open)) ? 'ENCRYPTED_FILE' : 'OLD_XLS');
  const other = OTHER_FORMATS.find(([, bytes]) => begins(head, bytes));
  if (other) throw new UnreadableFile('UNSUPPORTED_FILE', { format: other[0] });
  const markup = /^\s*<(?:!doctype\s+)?(html|table|\?xml|meta|style)/i.exec(head.toString('latin1').slice(0, 1000));
  if (markup) throw new UnreadableFile('UNSUPPORTED_FILE', { format: markup[1]!.startsWith('?') ? 'xml' : 'html' });
  if (isBinary(head)) throw new UnreadableFile('UNSUPPORTED_FILE', { format: 'binary' });
  return 'csv';
}

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** Text holds next to no control characters, in any of its encodings. */
function isBinary(head: Buffer): boolean {
  const wide = byMark(head)?.encoding.startsWith('utf-16') === true || head.includes(0);
  if (!wide)
    return (
      share(head, (byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) > 0.02
    );
  if (byMark(head)) return false;
  // UTF-16 has plain commas, digits and line ends in one order of bytes; other bytes have them in none.
  return Math.max(plainUnits(head, 0), plainUnits(head, 1)) < head.length * 0.04;
}

function share(bytes: Uint8Array, counts: (byte: number, index: number) => boolean): number {
  let found = 0;
  for (let index = 0; index < bytes.length; index += 1) if (counts(bytes[index]!, index)) found += 1;
  return found / bytes.length;
}

/** A workbook with a password is an OLE file that holds a stream of this name; an old .xls holds others. */
async function holdsEncryptedPackage(open: OpenFile): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    if (bytes.includes(name)) return true;
    rest = bytes.subarray(-name.length);
  }
  return false;
}
