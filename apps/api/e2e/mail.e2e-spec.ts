import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { newId } from '@dangol/db';
import { SmtpSide } from '../src/testing/smtp-side.ts';
import { CutWire } from './harness/cut-wire.ts';
import { eventually, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { TestApp, TestWorkspace } from './harness/index.ts';
import { MailServer, hasDovecot } from './harness/mail-server.ts';

const CREATE = `mutation ($input: CreateMailChannelInput!) { createMailChannel(input: $input) {
  __typename ... on MailConnectionFailed { server reason } ... on Refusal { code message }
  ... on ChannelSaved { channel { id kind status canSend mail { address folder readAt imap { host port security user } } } } } }`;
const UPDATE = `mutation ($id: ID!, $mail: MailConnectionInput!) { updateMailConnection(id: $id, mail: $mail) {
  __typename ... on MailConnectionFailed { server reason } ... on ChannelSaved { channel { status statusDetail } } } }`;
const REPLY = `mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename ... on Refusal { code message } } }`;

interface Message {
  id: string;
  text: string;
  direction: string;
  autoSubmitted: boolean;
  conversationId: string;
  deliveryStatus: string | null;
  deliveryError: string | null;
}

// A real server or none: what only a stand-in says proves nothing about mailboxes.
if (hasDovecot()) describe('e-mail with a real mailbox', roundTrip);
else test('NOT TRIED: there is no dovecot here, and none can be installed', () => expect(hasDovecot()).toBe(false));

function roundTrip(): void {
  let app: TestApp;
  let workspace: TestWorkspace;
  let mailbox: MailServer;
  let sink: SmtpSide;
  let wire: CutWire;
  let channelId: string;

  beforeAll(async () => {
    [mailbox, sink] = await Promise.all([MailServer.start(SmtpSide.PASSWORD), SmtpSide.start()]);
    wire = await CutWire.to(mailbox.ports.imap);
    app = await startTestApp();
    workspace = await newWorkspace(app);
    await app.sql(`update workspaces set undo_send_seconds = 0 where id = $1`, [workspace.workspaceId]);
    channelId = newId();
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    await Promise.all([wire.stop(), mailbox.stop(), sink.stop()]);
  });

  const connection = (changes: { imap?: object; smtp?: object; password?: string | null } = {}) => ({
    address: MailServer.ADDRESS,
    senderName: 'Dangol Sales',
    imap: { host: '127.0.0.1', port: wire.port, security: 'NONE', user: MailServer.USER, ...changes.imap },
    smtp: { host: '127.0.0.1', port: sink.port, security: 'NONE', user: SmtpSide.USER, ...changes.smtp },
    password: changes.password === undefined ? SmtpSide.PASSWORD : changes.password,
  });
  const create = async (mail: object) => {
    const input = { id: channelId, name: 'Mail', mail };
    const { createMailChannel } = await ok<{ createMailChannel: Record<string, unknown> }>(app, workspace.owner, CREATE, { input }); // prettier-ignore
    return createMailChannel;
  };
  const messages = () =>
    app.sql<Message>(
      `select id, text, direction, auto_submitted as "autoSubmitted", conversation_id as "conversationId", delivery_status as "deliveryStatus",
         delivery_error as "deliveryError" from messages where workspace_id = $1 order by created_at, id`,
      [workspace.workspaceId],
    );
  const message = async (text: string) =>
    (await eventually(async () => (await messages()).find((one) => one.text.includes(text)), Boolean))!;
  const status = async () => {
    const [channel] = await app.sql<{ status: string; detail: string | null }>(
      `select status, status_detail as detail from channels where id = $1`,
      [channelId],
    );
    return channel!;
  };
  const inbound = () =>
    app.sql<{ status: string; code: string | null }>(
      `select status, problem_code as code from inbound_messages where channel_id = $1 order by received_at, id`,
      [channelId],
    );
  const mail = (id: string, text: string, headers: readonly string[] = [], from = 'Aoki <aoki@buyer.example>') =>
    [`From: ${from}`, `To: ${MailServer.ADDRESS}`, 'Subject: Price list', `Message-ID: <${id}@buyer.example>`, `Date: ${new Date().toUTCString()}`, ...headers, '', text].join('\r\n'); // prettier-ignore
  const reply = async (conversationId: string, text: string) => {
    const id = newId();
    const [thread] = await app.sql<{ revision: number }>(`select revision from conversations where id = $1`, [
      conversationId,
    ]);
    const input = { id, conversationId, text, revision: thread!.revision };
    const { sendReply } = await ok<{ sendReply: { __typename: string } }>(app, workspace.owner, REPLY, { input });
    expect(sendReply.__typename).toBe('ReplySaved');
    return id;
  };

  test('a connection that does not work is refused with its reason, and nothing is stored', async () => {
    const dead = await CutWire.to(1);
    dead.cut();
    const tries: [object, object][] = [
      [{ password: 'wrong' }, { server: 'imap', reason: 'PASSWORD_REFUSED' }],
      [{ imap: { port: dead.port } }, { server: 'imap', reason: 'UNREACHABLE' }],
      [{ smtp: { port: dead.port } }, { server: 'smtp', reason: 'UNREACHABLE' }],
      [{ imap: { port: mailbox.ports.imaps, security: 'TLS' } }, { server: 'imap', reason: 'CERTIFICATE_MISMATCH' }],
      [{ imap: { port: mailbox.ports.imap, security: 'TLS' } }, { server: 'imap', reason: 'TLS_REQUIRED' }],
      [{ smtp: { security: 'STARTTLS' } }, { server: 'smtp', reason: 'TLS_REQUIRED' }],
    ];
    for (const [changes, expected] of tries)
      expect({ changes, answer: await create(connection(changes)) }).toMatchObject({
        changes,
        answer: { __typename: 'MailConnectionFailed', code: 'MAIL_CONNECTION_FAILED', ...expected },
      });
    expect(await create({ ...connection(), folder: 'Nowhere' })).toMatchObject({ reason: 'FOLDER_MISSING' });
    expect(await app.sql(`select from channels where id = $1`, [channelId])).toEqual([]);
    await dead.stop();
  });

  test('a certificate is trusted for the name that it is of, and for no other', async () => {
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, mailbox.certificate.certificate]);
    try {
      const under = (host: string) => create(connection({ imap: { host, port: mailbox.ports.imaps, security: 'TLS' }, smtp: { user: 'nobody' } })); // prettier-ignore
      expect(await under('127.0.0.1')).toMatchObject({ server: 'imap', reason: 'CERTIFICATE_MISMATCH' });
      expect(await under('localhost')).toMatchObject({ server: 'smtp', reason: 'PASSWORD_REFUSED' }); // the mailbox is well
    } finally {
      setDefaultCACertificates(before);
    }
  });

  test('a mailbox is connected, read by IDLE without a restart, and its password is sealed', async () => {
    await mailbox.deliver(mail('before', 'Written long before'));
    expect(await create(connection())).toMatchObject({
      __typename: 'ChannelSaved',
      channel: {
        kind: 'EMAIL',
        status: 'ACTIVE',
        canSend: true,
        mail: { address: MailServer.ADDRESS, folder: 'INBOX' },
      },
    });
    const [row] = await app.sql<{ stored: string }>(`select to_jsonb(c)::text as stored from channels c where id = $1`, [channelId]); // prettier-ignore
    expect(row!.stored).not.toContain(Buffer.from(SmtpSide.PASSWORD).toString('hex'));
    await message('Written long before'); // minutes before counts as now: two clocks are never the same
    await mailbox.deliver(mail('one', 'What is your MOQ?'));
    await message('What is your MOQ?'); // long before the folder is looked at without IDLE
  });

  test('the answer threads in the program of the buyer, and the answer to it here', async () => {
    const { conversationId } = await message('What is your MOQ?');
    const id = await reply(conversationId, '300 pieces.\n\nBest regards');
    const [sent] = await eventually(
      async () => sink.mails,
      (mails) => mails.length === 1,
    );
    expect(sent).toMatch(/^Message-ID: <dangol\.[0-9a-f-]{36}@dangol\.example>\r$/im);
    expect(sent).toContain(`Message-ID: <dangol.${id}@dangol.example>`);
    expect(sent).toMatch(/^In-Reply-To: <one@buyer\.example>\r$/im);
    expect(sent).toMatch(/^References: <one@buyer\.example>\r$/im);
    expect(sent).toMatch(/^Subject: Re: Price list\r$/im);
    expect(sent).toMatch(/^From: Dangol Sales <sales@dangol\.example>\r$/im);
    expect(sent).toMatch(/^To: aoki@buyer\.example\r$/im);
    expect(sent).not.toMatch(/^Auto-Submitted:/im);
    const ours = `<dangol.${id}@dangol.example>`;
    const headers = [`In-Reply-To: ${ours}`, `References: <one@buyer.example> ${ours}`];
    await mailbox.deliver(mail('two', 'Then 600, please.', headers));
    expect((await message('Then 600, please.')).conversationId).toBe(conversationId);
    // A copy of ours that comes back is known by its Message-ID.
    const before = (await messages()).length;
    await mailbox.deliver(sent!);
    await eventually(inbound, (rows) => rows.length === 4 && rows.every((one) => one.status === 'applied'));
    expect(await messages()).toHaveLength(before);
    // The same subject alone is another conversation; so is a stranger who knows a Message-ID.
    await mailbox.deliver(mail('three', 'The same subject'));
    await mailbox.deliver(mail('four', 'A stranger', headers, 'Mallory <mallory@elsewhere.example>'));
    expect((await message('The same subject')).conversationId).not.toBe(conversationId);
    expect((await message('A stranger')).conversationId).not.toBe(conversationId);
  });

  test('no mail is lost or doubled when the connection breaks in the middle, or the mailbox gets new UIDs', async () => {
    for (let at = 0; at < 12; at += 1) await mailbox.deliver(mail(`cut-${at}`, `${'x'.repeat(20_000)} part ${at}.`));
    wire.cutAfter(60_000);
    const parts = async () => (await messages()).filter(({ text }) => /part \d+\.$/.test(text)).map(({ text }) => text.slice(20_001)); // prettier-ignore
    const all = Array.from({ length: 12 }, (_, at) => `part ${at}.`).toSorted();
    await eventually(parts, (found) => found.length >= 12);
    expect((await parts()).toSorted()).toEqual(all);
    const known = (await messages()).length;
    await mailbox.forgetUids();
    await mailbox.deliver(mail('after', 'After the new UIDs'));
    await message('After the new UIDs');
    expect(await messages()).toHaveLength(known + 1);
    const [cursor] = await app.sql<{ uid: string }>(`select last_uid::text as uid from mail_cursors where channel_id = $1`, [channelId]); // prettier-ignore
    expect(Number(cursor!.uid)).toBeGreaterThan(12);
  });

  test('a mail that was handed over when the connection broke is sent again under its Message-ID', async () => {
    const { conversationId } = await message('After the new UIDs');
    const before = sink.mails.length;
    sink.cutNext = true;
    const id = await reply(conversationId, 'Sent over a broken wire');
    const told = await eventually(
      async () => (await messages()).find((one) => one.id === id),
      (one) => one?.deliveryError !== null,
    );
    expect(told).toMatchObject({ deliveryStatus: 'queued' });
    expect(told!.deliveryError).toContain('may have arrived');
    await eventually(async () => (await messages()).find((one) => one.id === id)?.deliveryStatus, (one) => one === 'delivered'); // prettier-ignore
    const ids = sink.took.slice(before);
    expect(ids).toEqual([`<dangol.${id}@dangol.example>`, `<dangol.${id}@dangol.example>`]);
  });

  test('out-of-office notes, bounces and lists start no clock and are no buyers', async () => {
    const { conversationId } = await message('What is your MOQ?');
    const id = await reply(conversationId, 'To an address that is gone');
    await eventually(async () => (await messages()).find((one) => one.id === id)?.deliveryStatus, (one) => one === 'delivered'); // prettier-ignore
    const ours = `<dangol.${id}@dangol.example>`;
    await mailbox.deliver(mail('ooo', 'I am away.', ['Auto-Submitted: auto-replied', `In-Reply-To: ${ours}`]));
    expect(await message('I am away.')).toMatchObject({ conversationId, autoSubmitted: true });
    const [thread] = await app.sql<{ status: string }>(`select status from conversations where id = $1`, [
      conversationId,
    ]);
    expect(thread!.status).toBe('answered');
    await mailbox.deliver(mail('list', 'Weekly news', ['List-Id: <news.example>'], 'News <news@list.example>'));
    await mailbox.deliver(bounce(ours, '5.1.1', 'aoki@buyer.example'));
    await mailbox.deliver(bounce('<forged@dangol.example>', '5.1.1', 'other@buyer.example'));
    await eventually(async () => (await messages()).find((one) => one.id === id)?.deliveryStatus, (one) => one === 'failed'); // prettier-ignore
    const rows = await eventually(inbound, (found) => found.filter((one) => one.status === 'dismissed').length === 2);
    expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(['AUTOMATIC_MAIL', 'UNKNOWN_REPORT']));
    const buyers = await app.sql<{ name: string }>(`select name from buyers where workspace_id = $1`, [
      workspace.workspaceId,
    ]);
    expect(buyers.map(({ name }) => name).toSorted()).toEqual(['Aoki', 'Mallory']);
    const { mailSuppressions } = await ok<{
      mailSuppressions: { edges: { node: { id: string; address: string; reason: string } }[] };
    }>(app, workspace.owner, `{ mailSuppressions { edges { node { id address reason detail } } } }`);
    expect(mailSuppressions.edges.map(({ node }) => node)).toMatchObject([
      { address: 'aoki@buyer.example', reason: 'bounced' },
    ]);
    // Nothing more is sent there until a person takes the address off the list.
    const count = sink.mails.length;
    const refused = await reply(conversationId, 'Once more');
    await eventually(async () => (await messages()).find((one) => one.id === refused)?.deliveryStatus, (one) => one === 'failed'); // prettier-ignore
    expect((await message('Once more')).deliveryError).toContain('an earlier mail to it came back');
    expect(sink.mails).toHaveLength(count);
    expect((await status()).status).toBe('active');
  });

  test('a mailbox that cannot be read any more says so, and is well again when it can', async () => {
    wire.cut();
    expect(await eventually(status, (one) => one.status === 'failing')).toMatchObject({
      detail: expect.stringMatching(/^IMAP UNREACHABLE: /) as string,
    });
    wire.mend();
    expect(await eventually(status, (one) => one.status === 'active')).toEqual({ status: 'active', detail: null });
    const update = async () => {
      const variables = { id: channelId, mail: connection({ password: null }) };
      return (await ok<{ updateMailConnection: Record<string, unknown> }>(app, workspace.owner, UPDATE, variables)).updateMailConnection; // prettier-ignore
    };
    await mailbox.setPassword('changed');
    await eventually(update, ({ reason }) => reason === 'PASSWORD_REFUSED'); // the server reads its file anew after a while
    wire.cut();
    wire.mend();
    expect(await eventually(status, (one) => one.status === 'failing')).toMatchObject({
      detail: expect.stringMatching(/^IMAP PASSWORD_REFUSED: /) as string,
    });
    await mailbox.setPassword(SmtpSide.PASSWORD);
    expect(await eventually(update, ({ reason }) => reason === undefined)).toMatchObject({
      channel: { status: 'ACTIVE', statusDetail: null },
    });
    await mailbox.deliver(mail('well', 'Well again'));
    await message('Well again');
  });

  test('another process takes the mailbox over, and one that only serves HTTP never reads', async () => {
    const web = await startTestApp({ databaseUrl: app.databaseUrl, env: { DANGOL_ROLE: 'http' } });
    const worker = await startTestApp({ databaseUrl: app.databaseUrl });
    try {
      expect(await readers()).toBe(1);
      await ok(
        app,
        workspace.owner,
        `mutation { updateChannel(input: { id: "${channelId}", paused: true }) { __typename } }`,
      );
      await eventually(readers, (count) => count === 0);
      await ok(
        app,
        workspace.owner,
        `mutation { updateChannel(input: { id: "${channelId}", paused: false }) { __typename } }`,
      );
      await eventually(readers, (count) => count === 1);
      await mailbox.deliver(mail('shared', 'One of two reads'));
      await message('One of two reads');
      expect((await messages()).filter(({ text }) => text.includes('One of two reads'))).toHaveLength(1);
    } finally {
      await Promise.all([web.stop(), worker.stop()]);
    }
  });

  /** Sessions that hold a lock on a mailbox. */
  const readers = async () => {
    const [row] = await app.sql<{ count: number }>(
      `select count(*)::int as count from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where l.locktype = 'advisory' and a.application_name = 'dangol-mail' and a.datname = current_database()`,
    );
    return row!.count;
  };
}

/** What a mail system says of a mail that did not arrive (RFC 3464). */
function bounce(about: string, status: string, recipient: string): string {
  return [
    'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>',
    `To: ${MailServer.ADDRESS}`,
    'Return-Path: <>',
    `Message-ID: <${newId()}@mx.example>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    '',
    '--r',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} <${recipient}> no such user`,
    '',
    '--r',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${about}`,
    `To: ${recipient}`,
    '',
    '--r--',
    '',
  ].join('\r\n');
}
