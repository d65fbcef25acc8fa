import type { Email } from 'postal-mime';
import { bytesOf } from './bytes-of.ts';
import { readMessageId } from './message-ids.ts';

/** What a mail system says became of a mail: it did not arrive, it waits, or somebody called it unwanted. */
export interface MailReport {
  readonly kind: 'failed' | 'delayed' | 'complaint';
  /** Whom the mail was for, lower case; null when the report does not say. */
  readonly recipient: string | null;
  /** Enhanced status code (RFC 3463), such as 5.1.1; null when the report has none. */
  readonly status: string | null;
  /** What the other server said, in its words. */
  readonly detail: string | null;
  /** Message-ID of the mail it is about; null when the report does not return its headers. */
  readonly about: string | null;
}

type Fields = ReadonlyMap<string, string>;

const MAX_DETAIL = 500;

/** Reads a delivery status notification (RFC 3464) or a feedback report (RFC 5965); null for a mail that is neither. */
export function readReport(mail: Email): MailReport | null {
  const part = (...types: string[]): string | null => {
    const found = mail.attachments.find(({ mimeType }) => types.includes(mimeType));
    return found ? bytesOf(found.content).toString('utf8') : null;
  };
  const returned = part('message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers');
  const about = returned === null ? null : readMessageId(fieldGroups(returned)[0]?.get('message-id'));
  const status = part('message/delivery-status', 'message/global-delivery-status');
  if (status !== null) return deliveryReport(fieldGroups(status), about);
  const feedback = part('message/feedback-report');
  if (feedback === null) return null;
  const fields = fieldGroups(feedback)[0] ?? new Map<string, string>();
  const recipient = addressIn(fields.get('original-rcpt-to') ?? fieldGroups(returned ?? '')[0]?.get('to'));
  return { kind: 'complaint', recipient, status: null, detail: fields.get('feedback-type') ?? null, about };
}

/** The first group tells of the mail, each further one of a recipient. We write to one at a time. */
function deliveryReport(groups: readonly Fields[], about: string | null): MailReport | null {
  const recipients = groups.filter((fields) => fields.has('action') || fields.has('status'));
  const worst = recipients.find((fields) => actionOf(fields) === 'failed') ?? recipients[0];
  const action = worst && actionOf(worst);
  if (!worst || (action !== 'failed' && action !== 'delayed')) return null; // delivered, relayed, expanded: all is well
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(worst.get('status') ?? '')?.[1] ?? null;
  const diagnostic = worst.get('diagnostic-code')?.replace(/^\s*[a-z0-9-]+\s*;\s*/i, '');
  return {
    // A failure that the server itself calls temporary is one: it only gave up.
    kind: action,
    recipient: addressIn(worst.get('original-recipient') ?? worst.get('final-recipient')),
    status,
    detail: (diagnostic ?? worst.get('status') ?? null)?.slice(0, MAX_DETAIL) ?? null,
    about,
  };
}

function actionOf(fields: Fields): string {
  return fields.get('action')?.trim().toLowerCase() ?? (fields.get('status')?.startsWith('4') ? 'delayed' : 'failed');
}

/** Header fields in groups between empty lines, folded lines put together; the first of a name counts. */
function fieldGroups(text: string): Fields[] {
  return text
    .replaceAll('\r\n', '\n')
    .slice(0, 200_000)
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const colon = line.indexOf(':');
        if (colon < 1) continue;
        const name = line.slice(0, colon).trim().toLowerCase();
        if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
      }
      return fields;
    })
    .filter((fields) => fields.size > 0);
}

function addressIn(value: string | undefined): string | null {
  return /[^\s<>;,"()]+@[^\s<>;,"()]+/.exec(value?.replace(/^\s*rfc822\s*;/i, '') ?? '')?.[0].toLowerCase() ?? null;
}

/** Statuses that are about the address itself: nobody is there, or it takes nothing any more. */
const NO_SUCH_ADDRESS = /^5\.(1\.(0|1|2|3|6|10)|2\.1|0\.0)$/;

/**
 * Whether no mail should go to the address again. A refusal for what the mail says, its size or a full mailbox is about that
 * mail only: a wrong SPF record of ours must not put every buyer on the list.
 */
export function isAddressGone({ kind, status }: Pick<MailReport, 'kind' | 'status'>): boolean {
  return kind === 'failed' && (status === null || NO_SUCH_ADDRESS.test(status));
}
