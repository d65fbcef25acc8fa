import { SecretBox } from './secret-box.ts';

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });

test('opens what it sealed, and two seals of one text differ', () => {
  const box = new SecretBox([key('a', 1)]);
  const [first, second] = [box.seal('whsec_비밀'), box.seal('whsec_비밀')];
  expect(box.open(first)).toBe('whsec_비밀');
  expect(first.equals(second)).toBe(false);
  expect(first.toString('latin1')).not.toContain('whsec');
});

test('after a rotation the new key seals and the old one still opens', () => {
  const sealedBefore = new SecretBox([key('old', 1)]).seal('text');
  const rotated = new SecretBox([key('new', 2), key('old', 1)]);
  expect(rotated.open(sealedBefore)).toBe('text');
  expect(new SecretBox([key('new', 2)]).open(rotated.seal('text'))).toBe('text');
});

test('a missing key is named, the text is not', () => {
  const sealed = new SecretBox([key('gone', 1)]).seal('text');
  expect(() => new SecretBox([key('a', 2)]).open(sealed)).toThrow('no secret key with id "gone"');
});

test('any changed byte is noticed, the key id included', () => {
  const box = new SecretBox([key('a', 1), key('b', 1)]); // same key under two ids: only the seal itself can tell
  const sealed = box.seal('text');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 3; // turns id a into b
    expect(() => box.open(changed)).toThrow();
  }
  for (let length = 0; length < sealed.length; length += 1)
    expect(() => box.open(sealed.subarray(0, length))).toThrow();
});

test('without a key there is no box', () => {
  expect(() => new SecretBox([])).toThrow('at least one key');
});
