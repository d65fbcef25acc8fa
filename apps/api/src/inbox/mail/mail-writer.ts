import type { MailPerson, ParsedMail } from '../../channels/index.ts';

/** Local parts that nobody reads: the writer is whom Reply-To names. */
const UNREAD =
  /^(no-?reply|do-?not-?reply|donotreply|noreply|notification|notifications|form|webform|wordpress|mailer)([+._-].*)?@/;

/** Whose words a mail carries. */
export interface MailWriter extends MailPerson {
  /** A form or a program passed the words of a person on. */
  readonly passedOn: boolean;
}

/**
 * Who wrote a mail: its From; for one that a form of a web site sent, from ourselves or from an address that nobody reads, the
 * person that Reply-To names. Null when it names nobody.
 */
export function writerOf(mail: Pick<ParsedMail, 'from' | 'replyTo'>, ownAddress: string): MailWriter | null {
  const { from, replyTo } = mail;
  if (!from) return null;
  const passesOn = from.address === ownAddress || UNREAD.test(from.address);
  if (passesOn && replyTo && replyTo.address !== ownAddress && replyTo.address !== from.address)
    return { ...replyTo, name: replyTo.name ?? null, passedOn: true };
  return { ...from, passedOn: false };
}

/** A mail may have waited for days on its way (RFC 5321, 4.5.4.1); what claims to be older has a wrong clock. */
const LONGEST_WAY_MS = 5 * 86_400_000;

/** When a mail was written: its Date as far as it can be true, which is not after it came in; else when it came in. */
export function writtenAt(date: Date | null, arrivedAt: Date): Date {
  if (!date || date > arrivedAt || arrivedAt.getTime() - date.getTime() > LONGEST_WAY_MS) return arrivedAt;
  return date;
}
