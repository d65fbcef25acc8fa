import type { IOptions } from 'sanitize-html';

/** Tags that only arrange words and pictures. Whatever is not here is dropped; its words stay. */
export const SAFE_TAGS: readonly string[] = [
  ...['a', 'abbr', 'address', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col'],
  ...['colgroup', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em', 'font', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i'],
  ...['img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 'ruby', 'rp', 'rt', 's', 'samp', 'small', 'span'],
  ...[
    'strike',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'tt',
    'u',
    'ul',
    'var',
    'wbr',
  ],
];

/** Tags whose content is no text for a reader, or is parsed by other rules (the way of mutation attacks): dropped with all in them. */
export const SWALLOWED_TAGS: readonly string[] = [
  ...['script', 'style', 'textarea', 'option', 'select', 'noscript', 'title', 'xmp', 'iframe', 'noembed', 'noframes'],
  ...['plaintext', 'svg', 'math', 'template', 'object', 'applet', 'audio', 'video', 'canvas', 'frameset', 'button'],
];

/** `data-host` and `data-blocked` are ours: the transforms set all attributes of links and pictures. */
export const SAFE_ATTRIBUTES: Readonly<Record<string, string[]>> = {
  '*': ['dir', 'lang', 'align', 'style'],
  a: ['href', 'title', 'target', 'rel', 'data-host'],
  img: ['src', 'alt', 'title', 'width', 'height', 'referrerpolicy', 'loading', 'data-blocked'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  font: ['color', 'face', 'size'],
  hr: ['width', 'size', 'color'],
  li: ['value'],
  ol: ['start', 'type', 'reversed'],
  table: ['width', 'height', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
  td: ['colspan', 'rowspan', 'valign', 'width', 'height', 'bgcolor', 'nowrap'],
  th: ['colspan', 'rowspan', 'valign', 'width', 'height', 'bgcolor', 'nowrap', 'scope'],
  tr: ['valign', 'bgcolor'],
};

const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,24}|(?:rgb|rgba|hsl|hsla)\([\d\s.,%/]{3,40}\))$/i;
/** Never negative, so that nothing is moved out of its place over something else. */
const LENGTHS = /^(?:(?:auto|0|\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|ex|ch|%|cm|mm|in)?)(?:\s+(?!$)|$)){1,4}$/i;
const WORDS = /^[a-z-]{2,24}$/i;
const BORDER =
  /^(?:(?:none|solid|dashed|dotted|double|thin|medium|thick|#[0-9a-f]{3,8}|[a-z]{3,24}|rgba?\([\d\s.,%/]{3,40}\)|\d{1,3}(?:\.\d{1,3})?(?:px|pt|em)?)(?:\s+(?!$)|$)){1,3}$/i;
const SIDES = ['', '-top', '-right', '-bottom', '-left'];

function sided(name: string, value: RegExp): Record<string, RegExp[]> {
  return Object.fromEntries(SIDES.map((side) => [`${name}${side}`, [value]]));
}

/** Style that changes how words look, not where they are: no position, no float, no address, no expression. */
export const SAFE_STYLES: NonNullable<IOptions['allowedStyles']> = {
  '*': {
    color: [COLOUR],
    'background-color': [COLOUR],
    'font-family': [/^[\p{L}\p{N}\s,'"_-]{1,200}$/u],
    'font-size': [LENGTHS, WORDS],
    'font-style': [WORDS],
    'font-weight': [/^(?:[1-9]00|[a-z]{4,7})$/i],
    'letter-spacing': [LENGTHS, WORDS],
    'line-height': [LENGTHS, WORDS],
    'list-style-type': [WORDS],
    'max-width': [LENGTHS],
    'text-align': [WORDS],
    'text-decoration': [/^[a-z\s-]{3,40}$/i],
    'text-indent': [LENGTHS],
    'text-transform': [WORDS],
    'vertical-align': [WORDS, LENGTHS],
    'white-space': [WORDS],
    width: [LENGTHS],
    height: [LENGTHS],
    ...sided('margin', LENGTHS),
    ...sided('padding', LENGTHS),
    ...sided('border', BORDER),
  },
};
