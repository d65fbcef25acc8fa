import sanitizeHtml from 'sanitize-html';

/** Tags after which a line ends. */
const BLOCKS = ['p', 'div', 'br', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'table', 'hr'];
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** The words of an HTML mail, for one that has no text of its own. Scripts and styles are no words. */
export function htmlToText(html: string): string {
  // The sanitiser answers well-formed HTML with these bare tags only, so that what follows is simple and linear.
  const bare = sanitizeHtml(html, {
    allowedTags: BLOCKS,
    allowedAttributes: {},
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'template'],
  });
  return bare
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/<(?:br|hr) \/>|<\/[a-z0-9]+>/g, '\n')
    .replace(/<[a-z0-9]+>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]!)
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
