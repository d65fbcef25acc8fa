import PostalMime, { type Address, type Email } from 'postal-mime';
import { automaticReason, type AutomaticReason } from './automatic-mail.ts';
import { htmlToText } from './html-to-text.ts';
import { bytesOf } from './bytes-of.ts';
import { asUtf8, withoutIso2022Kr } from './korean-charsets.ts';
import { readMessageId, readMessageIds } from './message-ids.ts';
import { readReport, type MailReport } from './read-report.ts';

/** Larger mail is not read; a person sees that it came. */
export const MAX_MAIL_BYTES = 25 * 1024 * 1024;
const MAX_HEADER_BYTES = 1024 * 1024;
const MAX_DEPTH = 50;
const MAX_FILES = 100;
const MAX_TEXT = 200_000;
const MAX_HTML = 1_000_000;
const MAX_SUBJECT = 500;
const MAX_NAME = 200;
const MAX_ADDRESS = 320;

/** Somebody with an address, lower case. */
export interface MailPerson {
  readonly address: string;
  readonly name: string | null;
}

/** A file of a mail. */
export interface MailFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
  /** How the HTML names it, without brackets. */
  readonly contentId: string | null;
}

/** A mail as far as it can be understood. */
export interface ParsedMail {
  readonly messageId: string | null;
  /** Message-IDs of what it answers, oldest first, that of In-Reply-To last. */
  readonly references: readonly string[];
  readonly from: MailPerson | null;
  readonly replyTo: MailPerson | null;
  /** Addresses of To and Cc, lower case. */
  readonly recipients: readonly string[];
  readonly subject: string | null;
  /** What its Date header says; null without a date that can be read. */
  readonly date: Date | null;
  readonly text: string;
  readonly html: string | null;
  readonly files: readonly MailFile[];
  readonly automatic: AutomaticReason | null;
  readonly report: MailReport | null;
}

/** Why a mail is shown to a person instead of being read. */
export type MailProblem = 'MAIL_TOO_LARGE' | 'MAIL_HEADERS_TOO_LARGE' | 'MAIL_TOO_DEEP' | 'MAIL_UNREADABLE';

export type ParsedOrProblem =
  { readonly ok: true; readonly mail: ParsedMail } | { readonly ok: false; code: MailProblem; message: string };

/** Reads the bytes of a mail. What is broken is read as far as it goes; only what could harm the reader is refused. */
export async function parseMail(raw: Buffer): Promise<ParsedOrProblem> {
  if (raw.length > MAX_MAIL_BYTES)
    return problem('MAIL_TOO_LARGE', `The mail has ${megabytes(raw.length)} MB; up to 25 MB are read.`);
  let email: Email;
  try {
    email = await PostalMime.parse(prepared(raw), {
      maxHeadersSize: MAX_HEADER_BYTES,
      maxNestingDepth: MAX_DEPTH,
      rfc822Attachments: true,
    });
  } catch (error) {
    const message = String(error);
    if (message.includes('Maximum header size'))
      return problem('MAIL_HEADERS_TOO_LARGE', 'The headers of the mail are longer than 1 MB.');
    if (message.includes('Maximum MIME nesting'))
      return problem('MAIL_TOO_DEEP', `The parts of the mail are nested deeper than ${MAX_DEPTH} levels.`);
    return problem('MAIL_UNREADABLE', 'The mail cannot be read.');
  }
  return { ok: true, mail: understood(email) };
}

/** From and Message-ID alone, for knowing a mail again; from its headers only. */
export async function readMailIdentity(raw: Buffer): Promise<{ from: string | null; messageId: string | null }> {
  const head = raw.subarray(0, Math.min(bodyStart(raw), MAX_HEADER_BYTES / 2));
  try {
    const email = await PostalMime.parse(asUtf8(withoutIso2022Kr(head)), { maxHeadersSize: MAX_HEADER_BYTES });
    return { from: person(email.from)?.address ?? null, messageId: readMessageId(email.messageId) };
  } catch {
    return { from: null, messageId: null };
  }
}

/** Where the body begins; the length when there is none. */
export function bodyStart(raw: Buffer): number {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf < 0 && lf < 0) return raw.length;
  return lf >= 0 && (crlf < 0 || lf < crlf) ? lf + 2 : crlf + 4;
}

/** Bytes above ASCII without a charset become UTF-8, and what no decoder takes becomes what one does. */
function prepared(raw: Buffer): Buffer {
  const mail = withoutIso2022Kr(raw);
  const start = bodyStart(mail);
  const head = asUtf8(mail.subarray(0, start));
  const body = mail.subarray(start);
  const unnamed = !/charset|content-type:\s*multipart|content-transfer-encoding:\s*base64/i.test(
    head.toString('latin1'),
  );
  return Buffer.concat([head, unnamed ? asUtf8(body) : body]);
}

function understood(email: Email): ParsedMail {
  const header = (name: string): string | undefined => email.headers.find(({ key }) => key === name)?.value;
  const from = person(email.from);
  const html = email.html === undefined ? null : storable(email.html);
  const written = storable(email.text ?? '')
    .replaceAll('\r\n', '\n')
    .trim();
  const text = written === '' && html !== null ? htmlToText(html.slice(0, MAX_HTML)) : written;
  const inReplyTo = readMessageIds(header('in-reply-to')).slice(0, 1);
  return {
    messageId: readMessageId(header('message-id')),
    references: [
      ...new Set([...readMessageIds(header('references')).filter((id) => id !== inReplyTo[0]), ...inReplyTo]),
    ],
    from,
    replyTo: email.replyTo?.length === 1 ? person(email.replyTo[0]) : null,
    recipients: [...(email.to ?? []), ...(email.cc ?? [])].flatMap(addressesOf).slice(0, 100),
    subject:
      storable(email.subject ?? '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, MAX_SUBJECT) || null,
    date: dateOf(header('date')),
    text: text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…`.toWellFormed() : text,
    html: html !== null && html.length <= MAX_HTML ? html : null,
    files: email.attachments.slice(0, MAX_FILES).map(fileOf),
    automatic: automaticReason(header, from?.address ?? null),
    report: readReport(email),
  };
}

function fileOf({ filename, mimeType, content, contentId }: Email['attachments'][number]): MailFile {
  const name = storable(filename ?? '').trim() || (NAMES[mimeType] ?? 'file');
  const contentType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(mimeType) ? mimeType : 'application/octet-stream';
  const cid = storable(contentId ?? '')
    .replace(/^\s*<|>\s*$/g, '')
    .trim();
  return { name: name.slice(0, 255), contentType, content: bytesOf(content), contentId: cid || null };
}

/** Files that mail programs send without a name. */
const NAMES: Readonly<Record<string, string>> = { 'message/rfc822': 'message.eml', 'text/calendar': 'invitation.ics' };

function person(address: Address | undefined): MailPerson | null {
  const mailbox = address?.group ? address.group[0] : address;
  const found = mailbox?.address?.trim().toLowerCase() ?? '';
  if (!isAddress(found)) return null;
  const name = storable(mailbox?.name ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME);
  return { address: found, name: name === '' || name.toLowerCase() === found ? null : name };
}

function addressesOf(address: Address): string[] {
  return (address.group ?? [address]).flatMap((mailbox) => person(mailbox)?.address ?? []);
}

/** One @, no white space or control characters, not longer than an address may be. */
export function isAddress(text: string): boolean {
  return (
    text.length <= MAX_ADDRESS && /^[^\s@<>,;:"()\u0000-\u001f\u007f]+@[^\s@<>,;:"()\u0000-\u001f\u007f]+$/.test(text)
  );
}

function dateOf(value: string | undefined): Date | null {
  const date = new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** PostgreSQL takes no NUL, UTF-8 no lone surrogate. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}

function problem(code: MailProblem, message: string): ParsedOrProblem {
  return { ok: false, code, message };
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1);
}
