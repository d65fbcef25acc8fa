import fc from 'fast-check';
import { splitLinks } from './split-links.ts';

describe('splitLinks', () => {
  it('leaves sentence marks outside the link', () => {
    expect(splitLinks('See https://a.example/x?y=1. Thanks')).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'link', text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1', host: 'a.example' },
      { kind: 'text', text: '. Thanks' },
    ]);
  });

  it('shows look-alike hosts in their ASCII form', () => {
    const [link] = splitLinks('https://аlibaba.com/login'); // Cyrillic а
    expect(link).toMatchObject({ kind: 'link', host: 'xn--libaba-2nf.com' });
  });

  it('makes no link of another scheme or of a disguised host', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://bank.com@evil.example/x',
      'http://localhost/x',
    ])
      expect(splitLinks(text)).toEqual([{ kind: 'text', text }]);
  });

  it('keeps the text exactly, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('https://x.example/é', 'www.a.b)', '\n', '<b>')),
        ),
        (pieces) => {
          const text = pieces.join('');
          expect(
            splitLinks(text)
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
