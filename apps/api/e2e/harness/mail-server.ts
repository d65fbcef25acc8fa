import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

const DOVECOT = '/usr/sbin/dovecot';
const INSTALL_MS = 120_000;
const ROOT = 0;

/** Whether a real IMAP server can be started here; as root, and where packages can be had, it is installed first. */
export function hasDovecot(): boolean {
  if (!existsSync(DOVECOT) && userInfo().uid === ROOT)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'dovecot-imapd'], {
      timeout: INSTALL_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  return existsSync(DOVECOT);
}

/** A certificate for `localhost`, of an authority that only the test trusts. */
export interface TestCertificate {
  readonly certificate: string;
  readonly keyFile: string;
  readonly certificateFile: string;
}

/** Dovecot with one mailbox, as a process of the test in a folder of its own. */
export class MailServer {
  static readonly USER = 'sales';
  static readonly ADDRESS = 'sales@dangol.example';
  private process: ChildProcess | null = null;
  private delivered = 0;

  private constructor(
    private readonly folder: string,
    /** Of plain IMAP with STARTTLS, and of IMAP under TLS. */
    readonly ports: { readonly imap: number; readonly imaps: number },
    readonly certificate: TestCertificate,
  ) {}

  static async start(password: string): Promise<MailServer> {
    const folder = await mkdtemp(join(tmpdir(), 'dangol-dovecot-'));
    await chmod(folder, 0o755);
    const certificateFile = join(folder, 'certificate.pem');
    const keyFile = join(folder, 'key.pem');
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', keyFile, '-out', certificateFile], // prettier-ignore
      { stdio: 'ignore' },
    );
    const certificate = { certificate: await readFile(certificateFile, 'utf8'), keyFile, certificateFile };
    const server = new MailServer(folder, { imap: await freePort(), imaps: await freePort() }, certificate);
    await mkdir(join(server.maildir, 'tmp'), { recursive: true });
    for (const part of ['new', 'cur']) await mkdir(join(server.maildir, part));
    await writeFile(join(folder, 'dovecot.conf'), server.configuration());
    await server.setPassword(password);
    await server.own();
    await server.run();
    return server;
  }

  /** Lets the mailbox be opened with this password and no other. */
  async setPassword(password: string): Promise<void> {
    await writeFile(join(this.folder, 'users'), `${MailServer.USER}:{PLAIN}${password}::::::\n`);
  }

  /** Delivers a mail as the server's own delivery does: written aside, then moved into the mailbox. */
  async deliver(mail: string | Buffer): Promise<void> {
    this.delivered += 1;
    const name = `${Math.floor(Date.now() / 1000)}.M${this.delivered}P${process.pid}.test`;
    const written = join(this.maildir, 'tmp', name);
    await writeFile(written, mail, { mode: 0o644 });
    if (userInfo().uid === ROOT) await chown(written, ...this.owner());
    await rename(written, join(this.maildir, 'new', name));
  }

  /** The mailbox gets a new UIDVALIDITY: every mail in it has another UID from now on. */
  async forgetUids(): Promise<void> {
    await this.halt();
    for (const name of await readdir(this.maildir))
      if (name.startsWith('dovecot')) await rm(join(this.maildir, name), { recursive: true });
    await this.run();
  }

  /** Ends the server as a crash would; `run` starts it again on the same ports. */
  async halt(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async run(): Promise<void> {
    const child = spawn(DOVECOT, ['-F', '-c', join(this.folder, 'dovecot.conf')], { stdio: 'ignore' });
    this.process = child;
    await until(async () => {
      if (child.exitCode !== null)
        throw new Error(`dovecot ended: ${await readFile(join(this.folder, 'dovecot.log'), 'utf8').catch(() => '')}`);
      return answers(this.ports.imap);
    });
  }

  async stop(): Promise<void> {
    await this.halt();
    await rm(this.folder, { recursive: true, force: true });
  }

  private get maildir(): string {
    return join(this.folder, 'mail', MailServer.USER);
  }

  /** Dovecot handles no mail as root: the user that its package makes owns the mailbox then. */
  private owner(): [number, number] {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'dovecot']).toString());
    return [id('-u'), id('-g')];
  }

  private async own(): Promise<void> {
    if (userInfo().uid !== ROOT) return;
    execFileSync('chown', ['-R', this.owner().join(':'), join(this.folder, 'mail')]);
  }

  private configuration(): string {
    const me = userInfo().username;
    const [uid, gid] = userInfo().uid === ROOT ? this.owner() : [userInfo().uid, userInfo().gid];
    const users = userInfo().uid === ROOT ? '' : `default_internal_user = ${me}\ndefault_login_user = ${me}\n`;
    return `
protocols = imap
base_dir = ${this.folder}/run
state_dir = ${this.folder}/state
log_path = ${this.folder}/dovecot.log
listen = 127.0.0.1
ssl = yes
ssl_cert = <${this.certificate.certificateFile}
ssl_key = <${this.certificate.keyFile}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${this.folder}/mail/%n
${users}
passdb {
  driver = passwd-file
  args = ${this.folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${this.folder}/mail/%n
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${this.ports.imap}
  }
  inet_listener imaps {
    port = ${this.ports.imaps}
    ssl = yes
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
`;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(!socket.destroy().connecting));
    socket.once('error', () => resolve(false));
  });
}
