import { domainToUnicode } from 'node:url';
import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { SAFE_ATTRIBUTES, SAFE_STYLES, SAFE_TAGS, SWALLOWED_TAGS } from './safe-html.allowed.ts';

/** HTML beyond this many characters is not shown as HTML: a mail of a person does not come near it. */
export const MAX_HTML = 1_000_000;
/** Pictures inside the HTML itself may be this long, characters of base64: a logo, no photograph. */
const MAX_DATA_IMAGE = 200_000;
const DATA_IMAGE = /^data:image\/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=\s]+$/i;
/** Deeper nesting than this has no sense and slows every reader down. */
const DEEPEST = 256;

/** HTML of a message that is safe to show, and how many pictures from elsewhere were left out. */
export interface SafeHtml {
  readonly html: string;
  readonly blockedImages: number;
}

/** What the sanitiser may let through. */
export interface SafeHtmlChoice {
  /** Load pictures from elsewhere: their servers learn that, when and where the message was read. */
  readonly images: boolean;
  /** Address of the message's own file with this Content-ID; null when it has none. */
  readonly fileOf: (contentId: string) => string | null;
}

/**
 * Makes the HTML of a stranger safe to show: no script, form, frame, object, style sheet or event handler, no address that runs
 * something, no picture from elsewhere unless asked for. It is shown in a frame without scripts all the same (defence in depth).
 */
export function makeSafeHtml(html: string, choice: SafeHtmlChoice): SafeHtml {
  let blockedImages = 0;
  const options: IOptions = {
    allowedTags: [...SAFE_TAGS],
    allowedAttributes: SAFE_ATTRIBUTES,
    allowedStyles: SAFE_STYLES,
    nonTextTags: [...SWALLOWED_TAGS],
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['https', 'data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    nestingLimit: DEEPEST,
    parseStyleAttributes: true,
    transformTags: {
      a: safeLink,
      img: (_tag, attributes) => safeImage(attributes, choice, () => (blockedImages += 1)),
    },
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'img' && !attribs['src'] && !attribs['alt'] && attribs['data-blocked'] === undefined,
  };
  return { html: sanitizeHtml(html, options), blockedImages };
}

/** A link opens elsewhere, tells its target nothing, and carries the host it leads to, for the reader to see. */
function safeLink(tagName: string, { href = '', ...given }: Attributes): Tag {
  const named = only(given, ['title', 'style', 'dir', 'lang']);
  const address = href.replaceAll(/[\u0000-\u0020\u007F]/g, '');
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(address) || !URL.canParse(address)) return { tagName, attribs: named };
  const url = new URL(address);
  const attribs = { ...named, href: url.href, target: '_blank', rel: 'noopener noreferrer nofollow' };
  const host = url.protocol === 'mailto:' ? url.pathname.slice(url.pathname.lastIndexOf('@') + 1) : url.hostname;
  return {
    tagName,
    attribs: host === '' || url.protocol === 'tel:' ? attribs : { ...attribs, 'data-host': shownHost(host) },
  };
}

function safeImage({ src = '', ...given }: Attributes, choice: SafeHtmlChoice, block: () => void): Tag {
  const attribs = only(given, ['alt', 'title', 'width', 'height', 'style']);
  const address = src.replaceAll(/[\u0000-\u0020\u007F]/g, '');
  const tagName = 'img';
  if (/^cid:/i.test(address)) {
    const file = choice.fileOf(contentIdOf(address));
    return { tagName, attribs: file ? { ...attribs, src: file } : attribs };
  }
  if (DATA_IMAGE.test(address))
    return { tagName, attribs: address.length > MAX_DATA_IMAGE ? attribs : { ...attribs, src: address } };
  if (!/^(?:https?:)?\/\//i.test(address)) return { tagName, attribs };
  const url = URL.canParse(address, 'https://x') ? new URL(address, 'https://x') : null;
  if (!choice.images || !/^https:/i.test(address) || !url) {
    block();
    return { tagName, attribs: { ...attribs, 'data-blocked': shownHost(url?.hostname ?? '') } };
  }
  return { tagName, attribs: { ...attribs, src: url.href, referrerpolicy: 'no-referrer', loading: 'lazy' } };
}

function only(given: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
}

function contentIdOf(address: string): string {
  try {
    return decodeURIComponent(address.slice('cid:'.length));
  } catch {
    return address.slice('cid:'.length);
  }
}

/** Scripts in which people name hosts and that hold no letter that looks like a Latin one. */
const UNMISTAKABLE = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC0-9-]+$/u;

/**
 * A host as a person may trust it: names in Korean, Chinese or Japanese are written out; any other foreign letter stays as
 * punycode, because Cyrillic, Greek and accented letters imitate Latin ones (Unicode TR 39, confusables).
 */
export function shownHost(host: string): string {
  const ascii = host.toLowerCase();
  if (!ascii.includes('xn--')) return ascii;
  return ascii
    .split('.')
    .map((label) => {
      const written = label.startsWith('xn--') ? domainToUnicode(label) : label;
      return written !== '' && UNMISTAKABLE.test(written) ? written : label;
    })
    .join('.');
}
