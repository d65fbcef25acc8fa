import { readableBody } from './readable-body.ts';

describe('readableBody', () => {
  it('indents JSON', () => expect(readableBody('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}'));
  it('keeps what is not JSON', () => expect(readableBody('not json <b>')).toBe('not json <b>'));
  it('shows control characters', () => expect(readableBody('a\u0000b\u001b')).toBe('a\\u0000b\\u001b'));
  it('cuts a huge body and says so', () => expect(readableBody('x'.repeat(30_000))).toMatch(/^x{20000}\n…$/));
});
