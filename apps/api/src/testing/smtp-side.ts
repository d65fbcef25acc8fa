import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the server says to a mail: 250 takes it, 4xx puts it off, 5xx refuses it, 0 says nothing. */
export type SmtpAnswer = number;

/** A mail server (npm smtp-server) that answers what it is told and keeps what it took. */
export class SmtpSide {
  static readonly USER = 'sales@dangol.example';
  static readonly PASSWORD = 'right';
  answer: SmtpAnswer = 250;
  /** The next mail is taken, and the connection breaks before that is said. */
  cutNext = false;
  /** Mails that it took, as they came. */
  readonly mails: string[] = [];
  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<SmtpSide> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100, // a client that is kept waiting holds its connection
      allowInsecureAuth: true,
      logger: false,
      onAuth: ({ username, password }, _session, done) =>
        username === SmtpSide.USER && password === SmtpSide.PASSWORD
          ? done(null, { user: username })
          : done(new Error('Invalid credentials')),
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (side.answer === 0) return;
          if (side.answer === 250) side.mails.push(Buffer.concat(chunks).toString());
          if (side.cutNext) {
            side.cutNext = false;
            for (const connection of server.connections) connection.close();
            return;
          }
          done(side.answer === 250 ? null : Object.assign(new Error('Not now'), { responseCode: side.answer }));
        });
      },
    });
    const side = new SmtpSide(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.on('error', () => undefined); // a client that goes away in the middle is what some tests want
    return side;
  }

  /** Message-IDs of the mails that it took. */
  get took(): string[] {
    return this.mails.map((mail) => /^message-id:\s*(\S+)/im.exec(mail)?.[1] ?? 'without an id');
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
