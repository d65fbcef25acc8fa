import { createRequire } from 'node:module';
import type * as HtmlParser from 'htmlparser2';
import { makeSafeHtml, shownHost, type SafeHtmlChoice } from './safe-html.ts';
import { SAFE_ATTRIBUTES, SAFE_TAGS } from './safe-html.allowed.ts';
import { ATTACKS } from './safe-html.attacks.ts';

/** As the sanitiser loads it: Jest cannot have one module both ways. */
const { Parser } = createRequire(import.meta.url)('htmlparser2') as typeof HtmlParser;
const NO_IMAGES: SafeHtmlChoice = { images: false, fileOf: () => null };
const IMAGES: SafeHtmlChoice = { images: true, fileOf: () => null };
const safe = (html: string, choice = NO_IMAGES) => makeSafeHtml(html, choice).html;

/** Everything in the result that nobody allowed, found by reading it anew. */
function foundIn(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (!SAFE_TAGS.includes(tag)) found.push(`<${tag}>`);
      const allowed = [...SAFE_ATTRIBUTES['*']!, ...(SAFE_ATTRIBUTES[tag] ?? [])];
      for (const [name, value] of Object.entries(attributes)) {
        if (!allowed.includes(name)) found.push(`${tag}[${name}]`);
        if (name === 'href' && !/^(?:https?:\/\/|mailto:|tel:)/.test(value)) found.push(`href ${value}`);
        if (name === 'src' && !/^(?:https:\/\/|data:image\/(?:png|gif|jpeg|webp);|\/files\/)/.test(value))
          found.push(`src ${value}`);
        if (name === 'style' && /url|expression|import|position|binding|behavior|\\|-\d|float|z-index/i.test(value))
          found.push(`style ${value}`);
      }
    },
    oncomment: () => found.push('comment'),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(html);
  return found;
}

describe('HTML of a stranger', () => {
  it.each(ATTACKS)('nothing that runs is left of %s', (attack) => {
    for (const choice of [NO_IMAGES, IMAGES]) {
      const result = safe(`<div>before ${attack} after</div>`, choice);
      expect(foundIn(result)).toEqual([]);
      expect(safe(result, choice)).toBe(result); // nothing mutates when it is read once more
    }
  });

  it('finds what is not allowed, so that the list above proves something', () =>
    expect(
      foundIn('<p onclick=x><script></script><a href="javascript:1"><img src="http://x"><b style="color:url(x)">'),
    ).toEqual(['p[onclick]', '<script>', 'href javascript:1', 'src http://x', 'style color:url(x)']));

  it('words, tables and harmless looks stay', () =>
    expect(
      safe(
        '<h2>Quote</h2><table border="1"><tr><td style="color: #f00; padding: 4px 8px">500 pcs</td></tr></table><script>x</script>',
      ),
    ).toBe('<h2>Quote</h2><table border="1"><tr><td style="color:#f00;padding:4px 8px">500 pcs</td></tr></table>'));

  it('nothing is drawn over the page', () => {
    const drawn = '<div style="position:fixed;top:0;color:red;margin-left:-9px;margin-top:3px">x</div>';
    expect(safe(drawn)).toBe('<div style="color:red;margin-top:3px">x</div>');
  });

  it('a link opens elsewhere, tells nobody, and carries its host', () => {
    expect(safe('<a href="HTTPS://Shop.Example/a?b=1&amp;c=2">www.bank.example</a>')).toBe(
      '<a href="https://shop.example/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer nofollow" data-host="shop.example">www.bank.example</a>',
    );
    expect(safe('<a href="mailto:ann@lumo.example?subject=x">write</a>')).toContain('data-host="lumo.example"');
    expect(safe('<a href="https://user:pw@real.example@evil.example/">x</a>')).toContain('data-host="evil.example"');
    expect(safe('<a href="/orders" data-host="bank.example">x</a>')).toBe('<a>x</a>');
  });

  it('hosts that imitate others stay as punycode; Korean, Chinese and Japanese ones are written out', () => {
    expect(safe('<a href="https://аррӏе.com/">apple.com</a>')).toContain('data-host="xn--80ak6aa92e.com"');
    expect(safe('<a href="https://pаypal.com/">x</a>')).toMatch(/data-host="xn--[a-z0-9-]+\.com"/);
    expect(safe('<a href="https://단골.한국/">x</a>')).toContain('data-host="단골.한국"');
    expect(shownHost('xn--fiqs8s.cn')).toBe('中国.cn');
    expect(shownHost('xn--mnchen-3ya.de')).toBe('xn--mnchen-3ya.de');
    expect(shownHost('xn--not-valid-###')).toBe('xn--not-valid-###');
  });

  it('pictures from elsewhere wait until they are asked for, and are counted', () => {
    const html =
      '<img src="https://a.example/1.png" alt="Logo"><img src="http://a.example/2.png"><img src="//a.example/3.png">';
    expect(makeSafeHtml(html, NO_IMAGES)).toEqual({
      html: '<img alt="Logo" data-blocked="a.example" /><img data-blocked="a.example" /><img data-blocked="a.example" />',
      blockedImages: 3,
    });
    expect(makeSafeHtml(html, IMAGES)).toEqual({
      html: `<img alt="Logo" src="https://a.example/1.png" referrerpolicy="no-referrer" loading="lazy" />${'<img data-blocked="a.example" />'.repeat(2)}`,
      blockedImages: 2, // what is not encrypted does not load
    });
  });

  it('small pictures inside the mail are shown, large ones and drawings are not', () => {
    const small = `data:image/png;base64,${'A'.repeat(100)}`;
    expect(safe(`<img src="${small}">`)).toBe(`<img src="${small}" />`);
    expect(safe(`<img src="data:image/png;base64,${'A'.repeat(300_000)}" alt="big">`)).toBe('<img alt="big" />');
    expect(safe('<img src="data:image/svg+xml;base64,AAAA" alt="drawn">')).toBe('<img alt="drawn" />');
  });

  it('pictures that came with the mail are its own files', () => {
    const choice: SafeHtmlChoice = {
      images: false,
      fileOf: (id) => (id === 'logo@x' ? '/files/conversations/c/f?workspace=a' : null),
    };
    expect(
      makeSafeHtml('<img src="cid:logo@x"><img src="CID:logo%40x"><img src="cid:gone" alt="gone">', choice),
    ).toEqual({
      html: '<img src="/files/conversations/c/f?workspace=a" /><img src="/files/conversations/c/f?workspace=a" /><img alt="gone" />',
      blockedImages: 0,
    });
  });

  it('ten thousand elements inside each other end nobody', () => {
    const deep = safe(`${'<div>'.repeat(10_000)}end${'</div>'.repeat(10_000)}`);
    expect(deep).toContain('end');
    expect(deep.split('<div>').length).toBeLessThan(300);
  });
});
