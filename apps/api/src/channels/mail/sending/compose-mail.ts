import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail, OutgoingReply } from '../../channel-adapter.ts';
import { domainOf, type MailConnectionSettings } from '../mail-connection.ts';
import { ownMessageId } from '../parsing/message-ids.ts';

/** A mail as bytes: the same on every attempt, Message-ID, date and boundaries included. */
export async function composeMail(
  reply: OutgoingReply & { readonly mail: OutgoingMail },
  { address, senderName }: Pick<MailConnectionSettings, 'address' | 'senderName'>,
): Promise<Buffer> {
  const { mail } = reply;
  const composer = new MailComposer({
    from: { name: senderName ?? reply.authorName ?? '', address },
    to: { name: mail.toName ?? '', address: mail.to },
    subject: mail.subject || firstLine(reply.text), // mail without a subject is taken for junk
    messageId: ownMessageId(reply.id, domainOf(address)),
    date: reply.sentAt,
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }),
    ...(mail.references.length > 0 && { references: mail.references.join(' ') }),
    // Who answers by machine is told that a machine wrote, so that two of them do not write to each other for ever (RFC 3834).
    headers: reply.automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {},
    text: reply.text,
    html: asHtml(reply.text),
    attachments: reply.files.map(({ name, contentType, base64 }) => ({
      filename: name,
      contentType,
      content: Buffer.from(base64, 'base64'),
    })),
    baseBoundary: `dangol-${reply.id}`,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const MAX_SUBJECT = 78;

function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]!.trim();
  return line.length <= MAX_SUBJECT ? line : `${line.slice(0, MAX_SUBJECT - 1)}…`.toWellFormed();
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The words as HTML and nothing else: no picture, no link that counts. */
function asHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => ESCAPED[character]!);
  const paragraphs = escaped.split(/\r?\n(?:[ \t]*\r?\n)+/).map((part) => `<p>${part.replace(/\r?\n/g, '<br>')}</p>`);
  return `<!doctype html><html><body>${paragraphs.join('')}</body></html>`;
}
