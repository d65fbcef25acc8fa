import { fileTypeFromBuffer } from 'file-type';

/** So much of a content says what it is. */
export const HEAD_BYTES = 64 * 1024;

/** Pictures that browsers show and that cannot run. */
export const INLINE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** What trade is done with, and nothing that runs when it is opened. */
const TAKEN: ReadonlySet<string> = new Set([
  ...INLINE_TYPES,
  ...['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/tiff', 'image/bmp'],
  ...['image/vnd.adobe.photoshop', 'application/postscript', 'application/eps', 'application/illustrator'],
  ...['application/pdf', 'application/rtf', 'application/zip', 'application/x-7z-compressed', 'application/vnd.rar'],
  ...[`${OFFICE}.wordprocessingml.document`, `${OFFICE}.spreadsheetml.sheet`, `${OFFICE}.presentationml.presentation`],
  ...[`${ODF}.text`, `${ODF}.spreadsheet`, `${ODF}.presentation`],
  ...['video/mp4', 'video/quicktime', 'video/x-m4v'],
]);

/** A compound file is an old office document or an installer; which one only its name says. */
const COMPOUND: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  hwp: 'application/x-hwp',
  msg: 'application/vnd.ms-outlook',
};

/** What Outlook wraps attachments in (winmail.dat); a program of its own opens it. */
const TNEF = Buffer.from('789f3e22', 'hex');

/** Office documents are zips; of a long one the first bytes may not say more. */
const ZIPPED: Readonly<Record<string, string>> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  hwpx: 'application/hwp+zip',
};

const TEXTS: Readonly<Record<string, string>> = { csv: 'text/csv', tsv: 'text/tab-separated-values' };

/** Names that make some system run or show the content as a program, whatever it is. */
const RUNNING =
  /^(exe|scr|com|bat|cmd|msi|msp|pif|lnk|dll|sys|cpl|hta|jse?|mjs|cjs|vb|vb[es]|ws[fh]|psm?1|sh|bash|zsh|command|app|apk|jar|jnlp|reg|inf|url|html?|xhtml|mht|mhtml|svgz?|php\d?|py|pl|rb|swf|xll|docm|dotm|xlsm|xltm|pptm|iso|img|vhd|dmg|pkg|deb|rpm)$/;

/** Control characters that no text of any encoding in use has; line ends, tabs, page breaks and escapes are left out. */
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
const MARKUP = /^\s*(#!|<(!doctype\s+html|html|head|body|script|iframe|svg|\?php|%))/i;
const ACTIVE = /<(html|script|svg|iframe|xsl:stylesheet)[\s>]/i;

/** What a content is, judged by its first bytes; null when it is nothing that is kept. */
export async function recogniseContent(head: Buffer, name: string): Promise<string | null> {
  const extension = extensionOf(name);
  if (RUNNING.test(extension)) return null;
  if (head.subarray(0, TNEF.length).equals(TNEF)) return 'application/vnd.ms-tnef';
  const found = (await fileTypeFromBuffer(head))?.mime;
  if (found === 'application/x-cfb') return COMPOUND[extension] ?? null;
  if (found === 'application/zip') return ZIPPED[extension] ?? found;
  if (found !== undefined && found !== 'application/xml') return TAKEN.has(found) ? found : null;
  return recogniseText(head, extension);
}

function recogniseText(head: Buffer, extension: string): string | null {
  const text = decoded(head);
  if (CONTROL.test(text) || MARKUP.test(text) || (text.trimStart().startsWith('<') && ACTIVE.test(text))) return null;
  return TEXTS[extension] ?? 'text/plain';
}

/** As UTF-16 when it says so, else byte for byte: what is looked for is ASCII in every other encoding. */
function decoded(head: Buffer): string {
  const mark = head.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(head);
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(head);
  return (head.subarray(0, 3).toString('hex') === 'efbbbf' ? head.subarray(3) : head).toString('latin1');
}

function extensionOf(name: string): string {
  // Windows drops dots and spaces at the end of a name, and runs what is left.
  const clean = name.replace(/[. ]+$/, '');
  return clean.includes('.') ? clean.slice(clean.lastIndexOf('.') + 1).toLowerCase() : '';
}
