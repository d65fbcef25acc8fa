/** What a person writes fits here; the rest of a 100 kB message is attachment text or noise. */
const MAX_CHARACTERS = 4000;
const QUOTE_START =
  /^(?:>|-{2,}\s*(?:original|forwarded) message|on .{4,90} wrote:|from: .+@|am .{4,90} schrieb|el .{4,90} escribi[oó]|보낸 ?사람:|发件人[:：]|От:|من: )/iu;
const SIGNATURE_START = /^(?:--\s*$|__+\s*$|sent from my |enviado desde mi |von meinem .* gesendet|나의 .*에서 보냄)/iu;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

export interface CleanMessage {
  text: string;
  /** True when something was cut off, so that nothing unread is ever answered automatically. */
  truncated: boolean;
}

/** The buyer's own words: no HTML, no quoted thread, no mail signature, at most a few pages. */
export function cleanMessage(subject: string | null, raw: string): CleanMessage {
  const plain = stripHtml(raw.slice(0, MAX_CHARACTERS * 4));
  const kept: string[] = [];
  for (const line of plain.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (QUOTE_START.test(trimmed)) {
      if (trimmed.startsWith('>')) continue;
      break;
    }
    if (SIGNATURE_START.test(trimmed)) break;
    kept.push(trimmed);
  }
  const body = kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const title = subject?.replace(/^((re|fwd?|aw|sv|답장|回复)\s*:\s*)+/i, '').trim();
  const text = title && !body.includes(title) ? `${title}\n${body}` : body;
  return {
    text: text.slice(0, MAX_CHARACTERS),
    truncated: raw.length > MAX_CHARACTERS * 4 || text.length > MAX_CHARACTERS,
  };
}

function stripHtml(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(/<(script|style|head)\b[^>]*>[^]*?<\/\1>/gi, ' ')
    .replace(/<blockquote\b[^]*$/i, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]{0,500}>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
