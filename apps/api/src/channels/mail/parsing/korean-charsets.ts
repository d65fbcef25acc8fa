/**
 * ISO-2022-KR is the one charset of Korean mail that no decoder of the platform takes. Its characters are those of EUC-KR
 * without the highest bit, between shift-out and shift-in; so the bytes are rewritten, and the label with them.
 */
const LABEL = /iso-2022-kr/gi;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const DESIGNATION = Buffer.from('\u001b$)C', 'latin1');
const LINE_FEED = 0x0a;
const ENCODED_WORD = /=\?iso-2022-kr(?:\*[^?]*)?\?([bq])\?([^?\s]*)\?=/gi;

/** The mail with its ISO-2022-KR parts as EUC-KR; as it is when it has none. */
export function withoutIso2022Kr(raw: Buffer): Buffer {
  if (raw.indexOf('2022-', 0, 'latin1') < 0 || !raw.subarray(0).toString('latin1').match(LABEL)) return raw;
  const words = raw.toString('latin1').replace(ENCODED_WORD, (_whole, encoding: string, text: string) => {
    const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : fromQ(text);
    return `=?euc-kr?B?${toEucKr(bytes).toString('base64')}?=`;
  });
  return toEucKr(Buffer.from(words.replace(LABEL, 'euc-kr'), 'latin1'));
}

/** Shifted bytes get their highest bit; a line begins unshifted (RFC 1557). */
function toEucKr(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  let shifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === 0x1b && bytes.subarray(at, at + DESIGNATION.length).equals(DESIGNATION)) {
      at += DESIGNATION.length - 1;
      continue;
    }
    if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      shifted = byte === SHIFT_OUT;
      continue;
    }
    if (byte === LINE_FEED) shifted = false;
    out[length] = shifted && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
    length += 1;
  }
  return out.subarray(0, length);
}

function fromQ(text: string): Buffer {
  const latin = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}

/**
 * Headers with bare bytes above ASCII and no charset: UTF-8 when they are (RFC 6532), else EUC-KR as Korean programs of old
 * write them, else Latin-1. The same for a body that names no charset. Answers UTF-8.
 */
export function asUtf8(bytes: Buffer): Buffer {
  for (const charset of ['utf-8', 'euc-kr']) {
    try {
      const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
      return charset === 'utf-8' ? bytes : Buffer.from(text);
    } catch {
      // the next one
    }
  }
  return Buffer.from(bytes.toString('latin1'));
}
