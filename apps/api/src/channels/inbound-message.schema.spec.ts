import { hashContent, inboundMessageJsonSchema, parseInboundMessage } from './inbound-message.schema.ts';

const valid = {
  externalId: 'm-1',
  sentAt: '2026-03-02T10:00:00+09:00',
  conversation: { externalId: 'c-1' },
  sender: { externalId: 's-1' },
  text: 'Hello',
};
const parse = (value: unknown) => parseInboundMessage(Buffer.from(JSON.stringify(value)));

describe('inbound message', () => {
  it('reads a minimal message as inbound', () => {
    const parsed = parse(valid);
    expect(parsed).toMatchObject({ ok: true, body: { direction: 'inbound', text: 'Hello' } });
  });

  it('keeps emoji and right-to-left text, and replaces what PostgreSQL cannot store', () => {
    const parsed = parse({ ...valid, text: 'مرحبا 👋 a\u0000b \ud800' });
    expect(parsed).toMatchObject({ ok: true, body: { text: 'مرحبا 👋 a\uFFFDb \uFFFD' } });
  });

  it.each([
    ['sender', { ...valid, sender: undefined }],
    ['sender.externalId', { ...valid, sender: { name: 'Anna' } }],
    ['externalId', { ...valid, externalId: 'a\u0000b' }],
    ['sentAt', { ...valid, sentAt: 'yesterday' }],
    ['sender.platformLevel', { ...valid, sender: { externalId: 's', platformLevel: 'L9' } }],
    ['attachments.0', { ...valid, attachments: [{ name: 'a', contentType: 'image/png' }] }],
  ])('names the field %s', (path, body) => {
    const parsed = parse(body);
    expect(parsed).toMatchObject({ ok: false, code: 'INVALID_BODY' });
    expect(parsed.ok ? [] : parsed.fields.map((field) => field.path)).toContain(path);
  });

  it('refuses broken JSON and broken UTF-8', () => {
    expect(parseInboundMessage(Buffer.from('{"a":'))).toMatchObject({ ok: false, code: 'INVALID_JSON' });
    expect(parseInboundMessage(Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({ ok: false, code: 'INVALID_JSON' });
  });

  it('hashes content, not its spelling', () => {
    expect(hashContent({ a: 1, b: [{ c: 2, d: 3 }] })).toEqual(hashContent({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(hashContent({ a: 1 })).not.toEqual(hashContent({ a: 2 }));
    expect(hashContent([1, 2])).not.toEqual(hashContent([2, 1]));
  });

  it('publishes a schema that names the required fields', () => {
    expect(inboundMessageJsonSchema()).toMatchObject({
      required: ['externalId', 'sentAt', 'conversation', 'sender', 'text'],
    });
  });
});
