import { isAddressGone } from '../parsing/read-report.ts';

/** What a mail server answered instead of taking a mail. */
export interface SmtpRefusal {
  /** What it does not like: us as the sender, the recipient, or the mail. */
  readonly about: 'sender' | 'recipient' | 'mail';
  /** Trying again cannot help (RFC 5321: 5yz). */
  readonly permanent: boolean;
  /** The recipient's address does not exist any more. */
  readonly gone: boolean;
  /** In its words, without addresses. */
  readonly words: string;
}

interface ServerError {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
  readonly rejectedErrors?: readonly ServerError[];
}

/** Reads what the server said about a mail; null for an error that is about the connection or signing in. */
export function readRefusal(error: unknown): SmtpRefusal | null {
  const given = Object(error) as ServerError;
  const said = given.rejectedErrors?.[0] ?? given;
  const { responseCode, command = '', response = '' } = said;
  if (responseCode === undefined || responseCode < 400 || !/^(MAIL FROM|RCPT TO|DATA)/.test(command)) return null;
  const about = command === 'MAIL FROM' ? 'sender' : command === 'RCPT TO' ? 'recipient' : 'mail';
  const permanent = said.permanent ?? responseCode >= 500;
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0] ?? null;
  const nobody = status === null ? responseCode === 550 && /user|recipient|mailbox/i.test(response) : isAddressGone({ kind: 'failed', status }); // prettier-ignore
  return { about, permanent, gone: permanent && about === 'recipient' && nobody, words: withoutAddresses(response) };
}

/** The words of another server may quote addresses, which not everybody may see. */
export function withoutAddresses(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[^\s<>"'(]+@[^\s<>"'),;]+/g, '…')
    .slice(0, 300)
    .toWellFormed();
}
