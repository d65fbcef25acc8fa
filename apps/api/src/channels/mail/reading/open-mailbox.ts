import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import { MAX_MAIL_BYTES } from '../parsing/parse-mail.ts';
import type { MailServerSettings } from '../mail-connection.ts';

const CONNECT_MS = 20_000;
const IDLE_AFTER_MS = 100;
/** Servers drop a session that says nothing for half an hour; a dead network shows only when something is said. */
const IDLE_AGAIN_MS = 4 * 60_000;

/** A client for the mailbox; nothing is sent before `connect()`. `address` is where `server.host` was found. */
export function mailboxClient(server: MailServerSettings, address: string, password: string): ImapFlow {
  return new ImapFlow({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    doSTARTTLS: server.security === 'starttls',
    ...(isIP(server.host) === 0 && { servername: server.host }),
    auth: { user: server.user, pass: password },
    logger: false, // its lines quote mail
    autoIdleDelay: IDLE_AFTER_MS,
    maxIdleTime: IDLE_AGAIN_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: IDLE_AGAIN_MS + 60_000,
    maxLiteralSize: MAX_MAIL_BYTES + 1024,
    maxLineLength: 4 * 1024 * 1024,
    maxResponseSize: MAX_MAIL_BYTES * 2,
  });
}
