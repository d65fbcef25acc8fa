import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import SMTPConnection, { type SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import type { MailServerSettings } from '../mail-connection.ts';

const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;

/** A conversation with a mail server, signed in. */
export interface SmtpSession {
  /** Hands over one mail; resolves when the server has taken it. Throws what the server or the network said. */
  send(envelope: SMTPEnvelope, raw: Readable): Promise<void>;
}

/** Connects, signs in, does `work` and hangs up; when `signal` ends, at once. `address` is where `server.host` was found. */
export async function withSmtp<T>(
  server: MailServerSettings,
  address: string,
  password: string,
  signal: AbortSignal,
  work: (session: SmtpSession) => Promise<T>,
): Promise<T> {
  const connection = new SMTPConnection({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(isIP(server.host) === 0 && { servername: server.host }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    logger: false,
  });
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const giveUp = (): void => {
    broken.reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
    connection.close();
  };
  connection.on('error', broken.reject);
  connection.on('end', () => broken.reject(Object.assign(new Error('the connection ended'), { code: 'ECONNECTION' })));
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  const step = <R>(
    start: (done: (error: Error | null | undefined, result?: R) => void) => void,
  ): Promise<R | undefined> => {
    const { promise, resolve, reject } = Promise.withResolvers<R | undefined>();
    start((error, result) => (error ? reject(error) : resolve(result)));
    return Promise.race([promise, broken.promise]);
  };
  try {
    await step<void>((done) => connection.connect((error) => done(error ?? null)));
    await step<void>((done) => connection.login({ user: server.user, pass: password }, (error) => done(error ?? null)));
    return await work({
      send: async (envelope, raw) => {
        await step((done) => connection.send(envelope, raw, (error, info) => done(error ?? null, info)));
      },
    });
  } finally {
    signal.removeEventListener('abort', giveUp);
    connection.quit();
    connection.close();
  }
}
