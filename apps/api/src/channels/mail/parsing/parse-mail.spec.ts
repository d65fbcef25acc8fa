import { mailKey } from './mail-key.ts';
import { parseMail, type ParsedMail } from './parse-mail.ts';

/** A mail of these header lines and this body. */
function mail(headers: readonly string[], body: string | Buffer = 'Hello'): Buffer {
  return Buffer.concat([Buffer.from(`${headers.join('\r\n')}\r\n\r\n`, 'utf8'), Buffer.from(body)]);
}

async function read(raw: Buffer): Promise<ParsedMail> {
  const parsed = await parseMail(raw);
  if (!parsed.ok) throw new Error(parsed.code);
  return parsed.mail;
}

const FROM = 'From: Aoki <Aoki@Example.JP>';
/** "견적 요청" in EUC-KR. */
const KOREAN = Buffer.from('b0dfc0fb20bfe4c3bb', 'hex');

describe('what a mail says', () => {
  it('is read with its people, thread, date and words', async () => {
    const parsed = await read(
      mail([
        FROM,
        'To: sales@us.example, "B" <b@us.example>',
        'Cc: Group: c@us.example, d@us.example;',
        'Reply-To: office@example.jp',
        'Subject: =?utf-8?B?6rKs7KCBIOyalOyyrQ==?=',
        'Message-ID: <one@example.jp>',
        'In-Reply-To: <two@us.example>',
        'References: <zero@us.example> <two@us.example>',
        'Date: Mon, 02 Mar 2026 10:00:00 +0900',
      ]),
    );
    expect(parsed).toMatchObject({
      from: { address: 'aoki@example.jp', name: 'Aoki' },
      replyTo: { address: 'office@example.jp', name: null },
      recipients: ['sales@us.example', 'b@us.example', 'c@us.example', 'd@us.example'],
      subject: '견적 요청',
      messageId: '<one@example.jp>',
      references: ['<zero@us.example>', '<two@us.example>'],
      date: new Date('2026-03-02T01:00:00Z'),
      text: 'Hello',
      html: null,
      automatic: null,
      report: null,
    });
  });

  it('is there though no Message-ID, date, subject or sender is', async () => {
    const parsed = await read(mail(['X-Nothing: at all'], 'Only words'));
    expect(parsed).toMatchObject({ from: null, messageId: null, references: [], date: null, subject: null });
    expect(parsed.text).toBe('Only words');
  });

  it('has words when it is HTML only; scripts and styles are none', async () => {
    const html =
      '<html><head><title>x</title><style>p{color:red}</style></head><body><p>Price&nbsp;&lt; 5&amp;up</p><script>steal()</script><div>MOQ?<br>Thanks</div></body></html>';
    const parsed = await read(mail([FROM, 'Content-Type: text/html; charset=utf-8'], html));
    expect(parsed.text.split('\n').filter(Boolean)).toEqual(['Price < 5&up', 'MOQ?', 'Thanks']);
    expect(parsed.html).toContain('<script>'); // as it came; what is shown is made safe where it is shown
  });
});

describe('charsets', () => {
  it.each([
    ['euc-kr', KOREAN],
    ['ks_c_5601-1987', KOREAN],
    ['cp949', Buffer.from('b0dfc0fb20bfe4c3bb', 'hex')],
    ['utf-8', Buffer.from('견적 요청')],
    [
      'iso-2022-kr',
      Buffer.concat([
        Buffer.from('\u001b$)C\n\u000e'),
        Buffer.from(KOREAN.map((byte) => byte & 0x7f)),
        Buffer.from('\u000f'),
      ]),
    ],
  ])('%s', async (charset, body) => {
    const headers = [FROM, `Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: 8bit'];
    expect((await read(mail(headers, body))).text).toBe('견적 요청');
  });

  it('of a body that names none, or a wrong one, leave words and no error', async () => {
    expect((await read(mail([FROM], KOREAN))).text).toBe('견적 요청');
    expect((await read(mail([FROM, 'Content-Type: text/plain; charset=klingon'], 'plain'))).text).toBe('plain');
    const broken = Buffer.from([0x41, 0xff, 0xfe, 0x00, 0x42]);
    const parsed = await read(mail([FROM, 'Content-Type: text/plain; charset=utf-8'], broken));
    expect(parsed.text).not.toContain('\u0000');
    expect(parsed.text).toMatch(/^A.*B$/u);
  });

  it('of headers: bare EUC-KR, and ISO-2022-KR words', async () => {
    const bare = Buffer.concat([Buffer.from(`${FROM}\r\nSubject: `), KOREAN, Buffer.from('\r\n\r\nx')]);
    expect((await read(bare)).subject).toBe('견적 요청');
    const shifted = Buffer.concat([
      Buffer.from('\u001b$)C\u000e'),
      Buffer.from(KOREAN.map((byte) => byte & 0x7f)),
      Buffer.from('\u000f'),
    ]);
    const word = `Subject: =?ISO-2022-KR?B?${shifted.toString('base64')}?=`;
    expect((await read(mail([FROM, word]))).subject).toBe('견적 요청');
  });

  it('iso-2022-jp and gb18030', async () => {
    const japanese = Buffer.from('1b2442467c4b5c386c1b2842', 'hex');
    expect((await read(mail([FROM, 'Content-Type: text/plain; charset=iso-2022-jp'], japanese))).text).toBe('日本語');
    const chinese = Buffer.from('d6d0cec4', 'hex');
    expect((await read(mail([FROM, 'Content-Type: text/plain; charset=gb18030'], chinese))).text).toBe('中文');
  });
});

describe('broken mail', () => {
  const MULTIPART = 'Content-Type: multipart/mixed; boundary="b"';

  it('without its closing boundary, or with no boundary at all, keeps its words', async () => {
    const open = '--b\r\nContent-Type: text/plain\r\n\r\nStill here\r\n';
    expect((await read(mail([FROM, MULTIPART], open))).text).toBe('Still here');
    const parsed = await read(mail([FROM, MULTIPART], 'no part begins'));
    expect(parsed.files).toEqual([]);
  });

  it('keeps winmail.dat as a file', async () => {
    const tnef = Buffer.concat([Buffer.from('789f3e22', 'hex'), Buffer.alloc(64, 1)]);
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nSee attached\r\n--b\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="winmail.dat"\r\n\r\n${tnef.toString('base64')}\r\n--b--\r\n`;
    const parsed = await read(mail([FROM, MULTIPART], body));
    expect(parsed.text).toBe('See attached');
    expect(parsed.files).toEqual([
      { name: 'winmail.dat', contentType: 'application/ms-tnef', content: tnef, contentId: null },
    ]);
  });

  it('nested 100 deep, with 10 MB of headers, or larger than 25 MB is shown to a person', async () => {
    let nested = 'x';
    for (let depth = 0; depth < 100; depth += 1)
      nested = `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth - 1}"\r\n\r\n${nested}\r\n--b${depth}--`;
    const deep = await parseMail(mail([FROM, 'Content-Type: multipart/mixed; boundary="b99"'], nested));
    expect(deep).toMatchObject({ ok: false, code: 'MAIL_TOO_DEEP' });
    const started = performance.now();
    const long = await parseMail(
      mail([FROM, ...Array.from({ length: 100_000 }, (_, n) => `X-${n}: ${'y'.repeat(90)}`)]),
    );
    expect(long).toMatchObject({ ok: false, code: 'MAIL_HEADERS_TOO_LARGE' });
    expect(performance.now() - started).toBeLessThan(5_000);
    const large = await parseMail(mail([FROM], Buffer.alloc(25 * 1024 * 1024 + 1, 0x61)));
    expect(large).toMatchObject({ ok: false, code: 'MAIL_TOO_LARGE' });
  });

  it('of any bytes at all never throws', async () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const bytes = Buffer.from(
        Array.from({ length: 400 }, (_, at) => (seed * 31 + at * at * 7 + ((seed * at) % 13)) % 256),
      );
      await expect(parseMail(Buffer.concat([Buffer.from('From: a@b.example\r\n'), bytes]))).resolves.toBeDefined();
      await expect(mailKey(bytes)).resolves.toBeDefined();
    }
  });
});

describe('a mail is known again', () => {
  const key = async (raw: Buffer) => (await mailKey(raw)).externalId;

  it('by sender and Message-ID: two senders with one Message-ID are two, a second delivery is not', async () => {
    const id = 'Message-ID: <same@example.com>';
    const first = await key(mail([FROM, id]));
    expect(await key(mail(['From: other@example.com', id]))).not.toBe(first);
    expect(await key(mail(['Received: from x', 'from: AOKI@example.jp', id], 'Other words'))).toBe(first);
  });

  it('by what it says when it has no Message-ID, whatever way it came', async () => {
    const first = await key(mail([FROM, 'Subject: a']));
    expect(await key(mail(['Received: by one', 'Return-Path: <x@y>', FROM, 'Subject: a']))).toBe(first);
    expect(await key(mail([FROM, 'Subject: a'], 'Other'))).not.toBe(first);
    expect(await key(mail([FROM, 'Subject: b']))).not.toBe(first);
  });
});
