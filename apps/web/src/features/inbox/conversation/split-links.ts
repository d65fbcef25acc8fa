export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string; host: string };

const LINK = /(?:https?:\/\/|www\.)[^\s<>"'`\u3000]+/giu;
const TRAILING = /[.,;:!?)\]}»”’。、，）]+$/u;

/**
 * Cuts message text into plain parts and links; joined together the parts are the text, unchanged. A link carries the host it really leads to
 * (in ASCII form, so that look-alike letters show), because buyers' links are a common way in for fraud.
 */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = match[0].replace(TRAILING, '');
    const url = parseLink(shown);
    if (!url) continue;
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'link', text: shown, href: url.href, host: url.host });
    from = match.index + shown.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

function parseLink(shown: string): URL | null {
  const url = URL.parse(/^www\./i.test(shown) ? `http://${shown}` : shown);
  // A user name before the host ("https://bank.com@evil.example") only serves to mislead.
  return url && url.host.includes('.') && url.username === '' ? url : null;
}
