import { mailDraftOf, mailInputOf, problemsOf, withAddress, withProvider } from './mail-draft.ts';

describe('a mailbox as it is typed', () => {
  const empty = mailDraftOf(null);

  it('takes the servers of the provider that the address is of, until somebody chooses', () => {
    const gmail = withAddress(empty, 'sales@gmail.com');
    expect(gmail).toMatchObject({ provider: 'gmail', imap: { host: 'imap.gmail.com', port: '993' } });
    expect(withAddress(gmail, 'sales@naver.com').provider).toBe('gmail');
    expect(withAddress(empty, 'sales@our.co.kr').provider).toBe('');
  });

  it('keeps what stands for any other provider', () => {
    const own = {
      ...withProvider(empty, 'other'),
      imap: { host: 'mail.our.co.kr', port: '143', security: 'STARTTLS' as const },
    };
    expect(withProvider(own, 'other').imap.host).toBe('mail.our.co.kr');
  });

  it('says what is missing', () => {
    expect(problemsOf(empty, false)).toEqual(['address', 'password', 'provider']);
    const typed = { ...withAddress(empty, 'sales@gmail.com'), password: 'x' };
    expect(problemsOf(typed, false)).toEqual([]);
    expect(problemsOf({ ...typed, password: '' }, true)).toEqual([]);
    expect(problemsOf({ ...typed, imap: { ...typed.imap, port: '70000' } }, true)).toEqual(['imap.port']);
    expect(problemsOf({ ...typed, provider: 'other', smtp: { ...typed.smtp, host: ' ' } }, true)).toEqual([
      'smtp.host',
    ]);
  });

  it('signs in with the address unless another name was given, and keeps the stored password when none was typed', () => {
    const typed = withAddress(empty, ' sales@gmail.com ');
    expect(mailInputOf(typed)).toMatchObject({
      address: 'sales@gmail.com',
      password: null,
      senderName: null,
      imap: { user: 'sales@gmail.com', port: 993 },
    });
    expect(mailInputOf({ ...typed, user: 'kim' }).smtp.user).toBe('kim');
  });
});
