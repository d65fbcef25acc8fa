import fc from 'fast-check';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { MessagesRepository, newId } from '@dangol/db';
import { MailThreads } from '../../channels/index.ts';
import { mailChannel, mailOf, OUR_ADDRESS, receiveMails } from '../../testing/mail-deliveries.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';

let wired: WiredFeatures;
let a: SeededWorkspace;
let channelId: string;
let pairs = 0;
beforeAll(async () => {
  wired = await wireFeatures('2026-03-02T05:00:00Z');
}, 60_000);
beforeEach(async () => {
  ({ a } = await seedTwoWorkspaces(wired.db, `-m${(pairs += 1)}`));
  channelId = await mailChannel(wired, a);
});
afterAll(() => wired.close());

const receive = (...mails: Buffer[]) => receiveMails(wired, a, channelId, mails);
const messages = () =>
  wired.db.database.query<{
    id: string;
    thread: string;
    text: string;
    direction: string;
    buyer: string;
    automatic: boolean;
    status: string;
    sent_at: Date;
    files: { name: string }[];
  }>(
    a,
    `select m.id, m.conversation_id as thread, m.text, m.direction, b.name as buyer, m.auto_submitted as automatic, c.status, m.sent_at, m.attachments as files
     from messages m join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
     where m.workspace_id = $1 and m.channel_id = $2 order by m.created_at, m.id`,
    [a.workspaceId, channelId],
  );
const ids = { 'Message-ID': '<one@buyer.example>' };
const answerOf = (headers: Record<string, string | null> = {}) =>
  mailOf({ 'Message-ID': '<two@buyer.example>', References: '<one@buyer.example>', 'In-Reply-To': '<one@buyer.example>', ...headers }, 'And the price?'); // prettier-ignore

/** A reply of ours in the thread that has left. */
async function ourReply(thread: string): Promise<{ id: string; header: string }> {
  const id = newId();
  const now = wired.clock.now();
  await wired.db.unitOfWork.run(a, () =>
    wired.get(MessagesRepository).insert(a, {
      ...{
        id,
        conversationId: thread,
        channelId,
        direction: 'outbound',
        authorKind: 'member',
        authorMemberId: a.ownerId,
      },
      ...{
        revision: 50,
        text: '300 pieces.',
        sentAt: now,
        createdAt: now,
        acceptedAt: now,
        deliveryStatus: 'delivered',
      },
    }),
  );
  const threads = wired.get(MailThreads);
  const mail = await threads.outgoing(a, { conversationId: thread });
  const parts = { conversationExternalId: '', recipientExternalId: '', authorName: null, automatic: false, files: [] };
  await threads.sent(a, { id, conversationId: thread, text: '', sentAt: now, mail, ...parts });
  return { id, header: `<dangol.${id}@us.example>` };
}

describe('a mail', () => {
  it('becomes a buyer by address, a conversation and a clock; delivered twice it is one', async () => {
    const [row] = await receive(mailOf({ ...ids, Received: 'by one' }), mailOf({ ...ids, Received: 'by two' }));
    expect(row).toMatchObject({ status: 'applied', format: 'mime' });
    expect(await receive(mailOf({ ...ids, Received: 'by three' }))).toEqual([]);
    expect(await messages()).toMatchObject([
      { text: 'What is your MOQ?', buyer: 'Aoki', status: 'waiting', automatic: false },
    ]);
  });

  it('threads by what it answers, never by its subject, in whatever order it comes', async () => {
    const feed = [
      mailOf(ids),
      answerOf(),
      answerOf({ 'Message-ID': '<three@buyer.example>', References: '<one@buyer.example> <two@buyer.example>' }),
      mailOf({ 'Message-ID': '<other@buyer.example>' }, 'The same subject, another matter'),
      mailOf({ ...ids, From: 'Other <other@else.example>' }, 'The same Message-ID of somebody else'),
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...feed, feed[0]!, feed[2]!], { minLength: 7 }), async (order) => {
        const own = await mailChannel(wired, a);
        for (const one of order) await receiveMails(wired, a, own, [one]);
        const rows = await wired.db.database.query<{ texts: string[] }>(
          a,
          `select array_agg(text order by text) as texts from messages where workspace_id = $1 and channel_id = $2 group by conversation_id order by 1`,
          [a.workspaceId, own],
        );
        expect(rows.map(({ texts }) => texts)).toEqual([
          ['And the price?', 'And the price?', 'What is your MOQ?'],
          ['The same Message-ID of somebody else'],
          ['The same subject, another matter'],
        ]);
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it('of a stranger who knows a Message-ID gets no part in the conversation', async () => {
    await receive(mailOf(ids));
    await receive(answerOf({ From: 'Mallory <m@else.example>', To: `${OUR_ADDRESS}, aoki@buyer.example` }));
    const [first, second] = await messages();
    expect(second).toMatchObject({ buyer: 'Mallory' });
    expect(second!.thread).not.toBe(first!.thread);
    // And what the stranger's mail names does not draw the buyer over to it.
    await receive(answerOf({ 'Message-ID': '<four@buyer.example>' }));
    expect((await messages()).at(-1)).toMatchObject({ thread: first!.thread, buyer: 'Aoki' });
  });

  it('of somebody whom the buyer copied in is of the conversation, and of the buyer', async () => {
    await receive(mailOf({ ...ids, Cc: 'boss@buyer.example' }));
    await receive(answerOf({ From: 'Boss <boss@buyer.example>' }));
    const [first, second] = await messages();
    expect(second).toMatchObject({ thread: first!.thread, buyer: 'Aoki' });
  });

  it('from a form of a web site is of the person that Reply-To names', async () => {
    const form = { From: 'noreply@form.example', 'Auto-Submitted': 'auto-generated', 'Message-ID': '<f@form.example>' };
    await receive(mailOf({ ...form, 'Reply-To': 'Sato <sato@buyer.example>' }));
    const [message] = await messages();
    expect(message).toMatchObject({ buyer: 'Sato', automatic: false, status: 'waiting' });
    const mail = await wired.get(MailThreads).outgoing(a, { conversationId: message!.thread });
    expect(mail).toMatchObject({ to: 'sato@buyer.example', subject: 'Re: Price list', inReplyTo: '<f@form.example>' });
  });

  it('counts from when it came where its date cannot be true', async () => {
    const now = wired.clock.now();
    const dated = (date: string | null, id: string) => mailOf({ Date: date, 'Message-ID': `<${id}@d.example>` }, id);
    await receive(
      dated('Tue, 01 Jan 2030 00:00:00 +0000', 'future'),
      dated('Thu, 01 Jan 1970 00:00:00 +0000', 'past'),
      dated('not a date', 'junk'),
      dated(null, 'none'),
      dated('Mon, 02 Mar 2026 12:00:00 +0900', 'true'),
    );
    const at = Object.fromEntries((await messages()).map(({ text, sent_at }) => [text, sent_at]));
    expect(at).toEqual({ future: now, past: now, junk: now, none: now, true: new Date('2026-03-02T03:00:00Z') });
  });
});

describe('our own mail', () => {
  it('that comes back is known by its Message-ID; the answer to it finds the conversation', async () => {
    await receive(mailOf(ids));
    const { thread } = (await messages())[0]!;
    const { id, header } = await ourReply(thread);
    const [copy] = await receive(mailOf({ From: OUR_ADDRESS, To: 'aoki@buyer.example', 'Message-ID': header }));
    expect(copy).toMatchObject({ status: 'applied', messageId: id });
    expect(await messages()).toHaveLength(2);
    await receive(mailOf({ 'Message-ID': '<r@buyer.example>', 'In-Reply-To': header }, 'Fine'));
    expect((await messages()).at(-1)).toMatchObject({ text: 'Fine', thread });
  });

  it('that was taken just before a crash is found by the answer, though nothing else of it was kept', async () => {
    await receive(mailOf(ids));
    const { thread } = (await messages())[0]!;
    const { id, header } = await ourReply(thread);
    await wired.db.unitOfWork.run(a, async () => {
      await wired.get(MessagesRepository).update(a, id, { mail: null });
      await wired.db.database.query(a, 'delete from mail_references where workspace_id = $1 and message_header = $2', [a.workspaceId, header]); // prettier-ignore
    });
    await receive(mailOf({ 'Message-ID': '<r@buyer.example>', 'In-Reply-To': header }, 'Fine'));
    expect((await messages()).at(-1)).toMatchObject({ text: 'Fine', thread });
  });

  it('written elsewhere is ours where it answers the buyer, and else concerns nobody', async () => {
    await receive(mailOf(ids));
    const mine = { From: OUR_ADDRESS, 'Message-ID': '<phone@us.example>' };
    const [row] = await receive(mailOf({ ...mine, To: 'aoki@buyer.example', 'In-Reply-To': '<one@buyer.example>' }, 'From my phone')); // prettier-ignore
    expect(row).toMatchObject({ status: 'applied' });
    expect((await messages()).at(-1)).toMatchObject({
      direction: 'outbound',
      text: 'From my phone',
      status: 'answered',
    });
    const [forged] = await receive(mailOf({ ...mine, 'Message-ID': '<forged@us.example>', To: OUR_ADDRESS }));
    expect(forged).toMatchObject({ status: 'dismissed', problemCode: 'OWN_MAIL' });
  });
});

describe('automatic mail', () => {
  it('starts no clock, asks for no draft, and makes no buyer of a machine', async () => {
    await receive(mailOf(ids));
    const { thread } = (await messages())[0]!;
    const { header } = await ourReply(thread);
    await wired.db.unitOfWork.run(
      a,
      () =>
      wired.db.database.query(a, `update conversations set status = 'answered', waiting_since = null, due_at = null where workspace_id = $1 and id = $2`, [a.workspaceId, thread]), // prettier-ignore
    );
    await receive(mailOf({ 'Message-ID': '<o@buyer.example>', 'In-Reply-To': header, 'Auto-Submitted': 'auto-replied' }, 'Away')); // prettier-ignore
    expect((await messages()).at(-1)).toMatchObject({ text: 'Away', automatic: true, thread, status: 'answered' });
    const [list] = await receive(
      mailOf({ From: 'news@list.example', 'List-Id': '<n>', 'Message-ID': '<l@list.example>' }),
    );
    expect(list).toMatchObject({ status: 'dismissed', problemCode: 'AUTOMATIC_MAIL' });
    const [machine] = await receive(mailOf({ From: 'MAILER-DAEMON@mx.example', 'Message-ID': '<b@mx.example>' }));
    expect(machine).toMatchObject({ status: 'dismissed' });
    expect(new Set((await messages()).map(({ buyer }) => buyer))).toEqual(new Set(['Aoki']));
  });

  const report = (about: string, status: string, action: string) =>
    mailOf(
      {
        From: 'MAILER-DAEMON@mx.example',
        'Message-ID': `<${newId()}@mx.example>`,
        'Content-Type': 'multipart/report; boundary=r',
      },
      `--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; aoki@buyer.example\r\nAction: ${action}\r\nStatus: ${status}\r\n\r\n--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${about}\r\n\r\n--r--\r\n`,
    );
  const suppressed = () =>
    wired.db.database.query<{ address: string }>(a, `select address from mail_suppressions where workspace_id = $1 and channel_id = $2`, [a.workspaceId, channelId]); // prettier-ignore
  const delivery = async (id: string) => (await wired.get(MessagesRepository).getById(a, id)).deliveryStatus;

  it('a bounce fails the mail it is about, and one that says so stops mail to the address', async () => {
    await receive(mailOf(ids));
    const { thread } = (await messages())[0]!;
    const late = await ourReply(thread);
    await receive(report(late.header, '4.4.1', 'delayed'));
    expect(await wired.get(MessagesRepository).getById(a, late.id)).toMatchObject({ deliveryStatus: 'delivered', deliveryError: expect.stringContaining('4.4.1') as string }); // prettier-ignore
    await receive(report(late.header, '5.7.1', 'failed'));
    expect(await delivery(late.id)).toBe('failed');
    expect(await suppressed()).toEqual([]); // it was about that mail
    const gone = await ourReply(thread);
    await receive(report(gone.header, '5.1.1', 'failed'));
    expect(await delivery(gone.id)).toBe('failed');
    expect(await suppressed()).toEqual([{ address: 'aoki@buyer.example' }]);
    expect((await messages())[0]).toMatchObject({ status: 'waiting' }); // the buyer got nothing, so the clock runs on
  });

  it('a report that names no mail of ours changes nothing: anybody can write one', async () => {
    const [row] = await receive(report(`<dangol.${newId()}@us.example>`, '5.1.1', 'failed'));
    expect(row).toMatchObject({ status: 'dismissed', problemCode: 'UNKNOWN_REPORT' });
    expect(await suppressed()).toEqual([]);
  });
});

describe('mail that is broken', () => {
  it('is kept as an exception a person sees when nobody is named, or when it could harm', async () => {
    let nested = 'x';
    for (let depth = 0; depth < 100; depth += 1)
      nested = `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth - 1}"\r\n\r\n${nested}\r\n--b${depth}--`;
    const rows = await receive(
      mailOf({ From: null, 'Message-ID': '<nobody@x>' }),
      mailOf({ 'Message-ID': '<deep@x>', 'Content-Type': 'multipart/mixed; boundary="b99"' }, nested),
      mailOf({ 'Message-ID': '<long@x>', 'X-Long': 'y'.repeat(10 * 1024 * 1024) }),
    );
    expect(rows.map(({ status, problemCode }) => `${status} ${problemCode}`).toSorted()).toEqual([
      'rejected MAIL_HEADERS_TOO_LARGE',
      'rejected MAIL_TOO_DEEP',
      'rejected MAIL_WITHOUT_SENDER',
    ]);
    expect(await messages()).toEqual([]);
  });

  it('keeps winmail.dat as a file, and the words of HTML with scripts without them', async () => {
    const tnef = Buffer.concat([Buffer.from('789f3e22', 'hex'), Buffer.alloc(80, 1)]).toString('base64');
    await receive(
      mailOf(
        { 'Message-ID': '<tnef@x>', 'Content-Type': 'multipart/mixed; boundary=b' },
        `--b\r\nContent-Type: text/html\r\n\r\n<p>Offer</p><script>alert(1)</script>\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${tnef}\r\n--b--`,
      ),
    );
    const [message] = await messages();
    expect(message).toMatchObject({
      text: 'Offer',
      files: [{ name: 'winmail.dat', contentType: 'application/vnd.ms-tnef' }],
    });
    expect(message!.files[0]).toHaveProperty('attachmentId');
  });
});
