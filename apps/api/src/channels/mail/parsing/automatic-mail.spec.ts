import { parseMail } from './parse-mail.ts';
import { isAddressGone } from './read-report.ts';

const read = async (headers: readonly string[], body = 'words', from = 'From: a@b.example') => {
  const parsed = await parseMail(Buffer.from([from, ...headers, '', body].join('\r\n')));
  if (!parsed.ok) throw new Error(parsed.code);
  return parsed.mail;
};

it.each([
  ['Auto-Submitted: auto-replied (vacation)', 'auto-replied'],
  ['Auto-Submitted: auto-generated; owner-email="x@y"', 'auto-generated'],
  ['Precedence: auto_reply', 'auto-replied'],
  ['X-Autoreply: yes', 'auto-replied'],
  ['Precedence: bulk', 'bulk'],
  ['Precedence: list', 'list'],
  ['List-Id: News <news.example>', 'list'],
  ['X-Auto-Response-Suppress: All', 'auto-generated'],
  ['X-Auto-Response-Suppress: DR, OOF, AutoReply', null],
  ['Return-Path: <>', 'null-path'],
  ['Auto-Submitted: no', null],
  ['X-Mailer: Outlook', null],
])('%s: %s', async (header, reason) => {
  expect((await read([header])).automatic).toBe(reason);
});

it('a mail of a mail system is one, whatever its headers', async () => {
  expect((await read([], 'words', 'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>')).automatic).toBe(
    'null-path',
  );
});

const report = (type: string, part: string, fields: readonly string[], about = '<dangol.x@us.example>') =>
  read(
    [`Content-Type: multipart/report; report-type=${type}; boundary=r`],
    ['--r', 'Content-Type: text/plain', '', 'It did not work.', '--r', `Content-Type: ${part}`, '', ...fields, '', '--r', 'Content-Type: message/rfc822', '', 'From: us@us.example', `Message-ID: ${about}`, 'To: Gone <gone@b.example>', '', 'The mail itself', '--r--', ''].join('\r\n'), // prettier-ignore
    'From: MAILER-DAEMON@mx.example',
  );
const bounce = (...fields: string[]) =>
  report('delivery-status', 'message/delivery-status', ['Reporting-MTA: dns; mx', '', ...fields]);

it('a bounce says who, why, and about which mail', async () => {
  const mail = await bounce('Final-Recipient: rfc822; Gone@b.example', 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1', ' no such user'); // prettier-ignore
  expect(mail.report).toEqual({
    kind: 'failed',
    recipient: 'gone@b.example',
    status: '5.1.1',
    detail: '550 5.1.1 no such user',
    about: '<dangol.x@us.example>',
  });
  expect(mail.text).not.toContain('The mail itself'); // what is returned is no words of this mail
});

it('one that only waits is delayed; one that arrived is no report', async () => {
  expect((await bounce('Final-Recipient: rfc822; a@b.example', 'Action: delayed', 'Status: 4.4.1')).report).toMatchObject({ kind: 'delayed', status: '4.4.1' }); // prettier-ignore
  expect(
    (await bounce('Final-Recipient: rfc822; a@b.example', 'Action: delivered', 'Status: 2.0.0')).report,
  ).toBeNull();
});

it('a complaint names the recipient of the mail', async () => {
  const { report: found } = await report('feedback-report', 'message/feedback-report', ['Feedback-Type: abuse', 'User-Agent: x', 'Version: 1']); // prettier-ignore
  expect(found).toMatchObject({ kind: 'complaint', recipient: 'gone@b.example', about: '<dangol.x@us.example>' });
});

it('a report without the mail it is about, or in no order at all, is read as far as it goes', async () => {
  const mail = await read(
    ['Content-Type: multipart/report; boundary=r'],
    '--r\r\nContent-Type: message/delivery-status\r\n\r\nnonsense\r\n::::\r\n--r--',
  );
  expect(mail.report).toBeNull();
});

it.each([
  ['5.1.1', true],
  ['5.1.10', true],
  ['5.2.1', true],
  ['5.2.2', false], // the mailbox is full
  ['5.7.1', false], // our SPF record, say
  ['5.3.4', false], // too large
  ['4.4.7', false],
  [null, true],
])('no more mail goes to an address after a failure with %s: %s', (status, gone) => {
  expect(isAddressGone({ kind: 'failed', status })).toBe(gone);
});
