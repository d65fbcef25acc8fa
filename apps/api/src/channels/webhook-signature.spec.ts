import { checkWebhookSignature, signWebhook } from './webhook-signature.ts';

const now = new Date('2026-03-02T01:00:00Z');
const at = String(now.getTime() / 1000);
const body = Buffer.from('{"text":"안녕하세요"}');
const check = (timestamp: string | undefined, signature: string | undefined, sent = body) =>
  checkWebhookSignature('secret', { timestamp, signature }, sent, now);

describe('webhook signature', () => {
  it('accepts what the secret signed', () => expect(check(at, signWebhook('secret', at, body))).toBeNull());

  it('refuses another secret, another body, another timestamp', () => {
    expect(check(at, signWebhook('other', at, body))).toBe('SIGNATURE_MISMATCH');
    expect(check(at, signWebhook('secret', at, body), Buffer.from('{}'))).toBe('SIGNATURE_MISMATCH');
    expect(check(String(Number(at) - 1), signWebhook('secret', at, body))).toBe('SIGNATURE_MISMATCH');
  });

  it.each([
    [299, null],
    [-299, null],
    [301, 'TIMESTAMP_OUT_OF_RANGE'],
    [-301, 'TIMESTAMP_OUT_OF_RANGE'],
  ])('a timestamp %d s away answers %s', (offset, expected) => {
    const timestamp = String(Number(at) + offset);
    expect(check(timestamp, signWebhook('secret', timestamp, body))).toBe(expected);
  });

  it('names a missing header', () => {
    expect(check(undefined, 'v1=00')).toBe('TIMESTAMP_MISSING');
    expect(check('yesterday', 'v1=00')).toBe('TIMESTAMP_MISSING');
    expect(check(at, undefined)).toBe('SIGNATURE_MISSING');
  });
});
