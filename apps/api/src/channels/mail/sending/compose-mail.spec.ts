import type { OutgoingMail, OutgoingReply } from '../../channel-adapter.ts';
import { parseMail } from '../parsing/parse-mail.ts';
import { composeMail } from './compose-mail.ts';
import { readRefusal } from './smtp-refusal.ts';

const MAIL: OutgoingMail = {
  to: 'aoki@buyer.example',
  toName: null,
  subject: 'Re: 견적 요청',
  inReplyTo: '<one@buyer.example>',
  references: ['<zero@buyer.example>', '<one@buyer.example>'],
};
const REPLY: OutgoingReply & { mail: OutgoingMail } = {
  id: '0190a5a0-0000-7000-8000-000000000001',
  conversationId: '',
  conversationExternalId: '',
  recipientExternalId: '',
  text: '안녕하세요.\n<b>300</b> & more\n\nBest',
  sentAt: new Date('2026-03-02T05:00:00Z'),
  authorName: '김민지',
  automatic: false,
  files: [{ name: '가격표.pdf', contentType: 'application/pdf', base64: Buffer.from('%PDF').toString('base64') }],
  mail: MAIL,
};
const compose = (changes: Partial<typeof REPLY> = {}, senderName: string | null = null) =>
  composeMail({ ...REPLY, ...changes }, { address: 'sales@us.example', senderName });

it('is the same bytes on every attempt, and says what another program threads by', async () => {
  const first = await compose();
  expect((await compose()).equals(first)).toBe(true);
  const parsed = await parseMail(first);
  expect(parsed).toMatchObject({
    ok: true,
    mail: {
      messageId: '<dangol.0190a5a0-0000-7000-8000-000000000001@us.example>',
      references: ['<zero@buyer.example>', '<one@buyer.example>'],
      from: { address: 'sales@us.example', name: '김민지' },
      recipients: ['aoki@buyer.example'],
      subject: 'Re: 견적 요청',
      date: new Date('2026-03-02T05:00:00Z'),
      text: REPLY.text,
      automatic: null,
      files: [{ name: '가격표.pdf', content: Buffer.from('%PDF') }],
    },
  });
  expect(parsed.ok && parsed.mail.html).toContain('&lt;b&gt;300&lt;/b&gt; &amp; more'); // words stay words
});

it('says that a machine wrote when one did, and names the sender of the channel', async () => {
  const parsed = await parseMail(await compose({ automatic: true }, 'Dangol Sales'));
  expect(parsed).toMatchObject({ ok: true, mail: { automatic: 'auto-replied', from: { name: 'Dangol Sales' } } });
});

it('lets nobody write headers through a subject, a name or a file name', async () => {
  const bytes = await compose({
    authorName: 'A\r\nBcc: x@evil.example',
    mail: { ...MAIL, subject: 'a\r\nBcc: x@evil.example', inReplyTo: null, references: [] },
    files: [{ name: 'a"\r\nBcc: x@evil.example', contentType: 'text/plain', base64: '' }],
  });
  expect(bytes.toString()).not.toMatch(/^bcc:/im);
});

it('begins with its first words where the conversation has no subject', async () => {
  const parsed = await parseMail(await compose({ mail: { ...MAIL, subject: '' } }));
  expect(parsed).toMatchObject({ mail: { subject: '안녕하세요.' } });
});

const said = (responseCode: number, command: string, response: string) =>
  readRefusal(Object.assign(new Error('x'), { responseCode, command, response }));

it.each([
  [550, 'RCPT TO', '550 5.1.1 <gone@b.example>: user unknown', { about: 'recipient', permanent: true, gone: true, words: '550 5.1.1 <…>: user unknown' }], // prettier-ignore
  [550, 'RCPT TO', '550 5.7.1 SPF fail', { permanent: true, gone: false }],
  [550, 'RCPT TO', '550 no such user here', { permanent: true, gone: true }],
  [451, 'RCPT TO', '451 4.7.1 greylisted', { about: 'recipient', permanent: false, gone: false }],
  [552, 'DATA', '552 5.3.4 too large', { about: 'mail', permanent: true, gone: false }],
  [553, 'MAIL FROM', '553 5.7.1 not yours', { about: 'sender', permanent: true, gone: false }],
])('%i after %s: %s', (code, command, response, refusal) => {
  expect(said(code, command, response)).toMatchObject(refusal);
});

it('what is about signing in or the network is no refusal of a mail', () => {
  expect(said(535, 'AUTH PLAIN', '535 no')).toBeNull();
  expect(said(421, 'CONN', '421 closing')).toBeNull();
  expect(readRefusal(new Error('cut'))).toBeNull();
});
