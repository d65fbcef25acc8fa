import type { Env } from '../../config/env.ts';
import { connectionFailure } from './connection-failure.ts';
import { MailHosts } from './mail-hosts.ts';

const hosts = (outboundPrivateAddresses: boolean) => new MailHosts({ outboundPrivateAddresses } as Env);

it.each(['127.0.0.1', '10.1.2.3', '192.168.0.5', '169.254.169.254', '::1', 'fd00::1', 'localhost'])(
  '%s is inside, and reached only where the installation allows it',
  async (host) => {
    expect(await hosts(false).resolve({ host, security: 'tls' })).toEqual({
      problem: `${host} leads into a private network, which this installation does not allow.`,
    });
    expect(await hosts(true).resolve({ host, security: 'tls' })).toHaveProperty('address');
  },
);

it('without encryption only servers of this machine are reached, wherever they may be', async () => {
  expect(await hosts(true).resolve({ host: '127.0.0.1', security: 'none' })).toEqual({ address: '127.0.0.1' });
  expect(await hosts(true).resolve({ host: '10.1.2.3', security: 'none' })).toHaveProperty('problem');
  expect(await hosts(true).resolve({ host: '203.0.113.5', security: 'none' })).toHaveProperty('problem');
  expect(await hosts(false).resolve({ host: '203.0.113.5', security: 'starttls' })).toEqual({ address: '203.0.113.5' });
});

const error = (fields: object) => Object.assign(new Error('quotes the password'), fields);

it.each([
  [error({ authenticationFailed: true }), 'PASSWORD_REFUSED'],
  [error({ code: 'EAUTH', responseCode: 535 }), 'PASSWORD_REFUSED'],
  [error({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'CERTIFICATE_MISMATCH'],
  [error({ code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED' }), 'CERTIFICATE_MISMATCH'],
  [new Error('failed', { cause: error({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) }), 'CERTIFICATE_MISMATCH'],
  [error({ code: 'ECONNREFUSED' }), 'UNREACHABLE'],
  [error({ code: 'ESOCKET', originalCode: 'EHOSTUNREACH' }), 'UNREACHABLE'],
  [error({ code: 'CONNECT_TIMEOUT' }), 'UNREACHABLE'],
  [error({ code: 'ETLS' }), 'TLS_REQUIRED'],
  [error({ tlsFailed: true }), 'TLS_REQUIRED'],
  [error({ mailboxMissing: true }), 'FOLDER_MISSING'],
  [error({ code: 'ParserError1' }), 'PROTOCOL'],
  ['no error at all', 'PROTOCOL'],
])('%j is %s, in words of our own', (thrown, reason) => {
  const failure = connectionFailure('imap', { host: 'mail.example', security: 'tls' }, thrown);
  expect(failure).toMatchObject({ server: 'imap', reason });
  expect(failure.message).not.toContain('password is');
  expect(failure.message).not.toContain('quotes');
});
