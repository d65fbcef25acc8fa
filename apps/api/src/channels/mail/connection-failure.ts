import type { MailServerSettings } from './mail-connection.ts';

/** Why a mail server cannot be used; stable codes. */
export type ConnectionReason =
  'PASSWORD_REFUSED' | 'CERTIFICATE_MISMATCH' | 'UNREACHABLE' | 'TLS_REQUIRED' | 'FOLDER_MISSING' | 'PROTOCOL';

/** A connection that did not come about, in words for a person. */
export interface ConnectionFailure {
  readonly server: 'imap' | 'smtp';
  readonly reason: ConnectionReason;
  readonly message: string;
}

/** What mail libraries hang on their errors. */
interface MailError {
  readonly message: string;
  readonly code?: string;
  readonly originalCode?: string;
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly mailboxMissing?: boolean;
  readonly responseCode?: number;
  readonly command?: string;
  readonly _err?: unknown;
  readonly cause?: unknown;
}

/** Errors of TLS that are about who the other side is. */
const CERTIFICATE =
  /^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?)|HOSTNAME_MISMATCH|ERR_TLS_CERT)/;
const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT|ECONNECTION|EDNS|NoConnection|EConnectionClosed|ClosedAfterConnect(TLS|Text)|ESOCKET)$/;

/** Says why a mail server could not be used. Server texts are not repeated: they may quote what was sent. */
export function connectionFailure(
  server: 'imap' | 'smtp',
  { host, security }: Pick<MailServerSettings, 'host' | 'security'>,
  error: unknown,
): ConnectionFailure {
  const causes = [...chain(error)];
  const some = (test: (cause: MailError) => boolean): boolean => causes.some(test);
  const because = (reason: ConnectionReason, message: string): ConnectionFailure => ({ server, reason, message });
  if (some(({ authenticationFailed, code }) => authenticationFailed === true || code === 'EAUTH'))
    return because('PASSWORD_REFUSED', `${host} refused the name or the password.`);
  if (some(({ code, originalCode }) => CERTIFICATE.test(code ?? '') || CERTIFICATE.test(originalCode ?? '')))
    return because('CERTIFICATE_MISMATCH', `${host} shows a certificate that is not valid for this name.`);
  if (some(({ mailboxMissing }) => mailboxMissing === true))
    return because('FOLDER_MISSING', 'The folder does not exist.');
  if (security !== 'none' && some(needsTls))
    return because('TLS_REQUIRED', `${host} offers no encryption on this port in the way that was chosen.`);
  if (some(({ code, originalCode }) => UNREACHABLE.test(originalCode ?? code ?? '')))
    return because('UNREACHABLE', `${host} cannot be reached.`);
  return because('PROTOCOL', `${host} did not answer as a mail server does.`);
}

/** No STARTTLS where it is required, or plain words where a TLS handshake was awaited. */
function needsTls({ code, tlsFailed, message }: MailError): boolean {
  if (tlsFailed === true || code === 'ETLS' || code === 'UPGRADE_TIMEOUT') return true;
  return /^(EPROTO|ERR_SSL_)/.test(code ?? '') || /wrong version number|STARTTLS/i.test(message);
}

function* chain(error: unknown): Generator<MailError> {
  let current: unknown = error;
  for (let depth = 0; isError(current) && depth < 5; depth += 1) {
    const one: MailError = current;
    yield one;
    current = one.cause ?? one._err;
  }
}

function isError(error: unknown): error is MailError {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}
