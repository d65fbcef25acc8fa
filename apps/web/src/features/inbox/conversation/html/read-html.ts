/** What the reader is told of a message's HTML, read from the copy that the server has made safe. */
export interface HtmlContents {
  /** Its words, for comparing with the plain text. */
  words: string;
  /** Hosts of the pictures that were left out. */
  blockedHosts: string[];
}

/** Reads safe HTML without showing it: a document made by the parser loads nothing and runs nothing. */
export function readHtml(html: string): HtmlContents {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const hosts = [...body.querySelectorAll('img[data-blocked]')].map(
    (image) => image.getAttribute('data-blocked') ?? '',
  );
  return {
    words: body.textContent,
    blockedHosts: [...new Set(hosts.filter((host) => host.includes('.')))],
  };
}

/** Style of the frame: the reader's own text size and colours around what the sender has chosen. */
function frameStyle(textPx: number): string {
  return `html{font:${textPx}px/1.55 system-ui,sans-serif;color:#17212b;background:#fff;color-scheme:light}
body{margin:0;padding:.25rem;overflow-x:auto;overflow-wrap:anywhere}
img{max-width:100%;height:auto}
img[data-blocked]{min-width:1.5rem;min-height:1.5rem;border:1px dashed #8494a3;background:#eef1f4}
table{max-width:100%}
a[data-host]::after{content:" (" attr(data-host) ")";color:#51606e;font-size:.85em}`;
}

/**
 * The document of the frame. It carries a policy of its own: nothing runs, nothing is fetched but the message's own pictures, and
 * pictures from elsewhere only after the reader has asked for them. `addressOf` turns the path of a kept file into its address.
 */
export function frameDocument(
  html: string,
  { images, textPx, addressOf }: { images: boolean; textPx: number; addressOf: (path: string) => string },
): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of body.querySelectorAll('img[src^="/"]'))
    image.setAttribute('src', addressOf(image.getAttribute('src') ?? ''));
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src 'self' data:${images ? ' https:' : ''}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><base target="_blank"><style>${frameStyle(textPx)}</style></head><body>${body.innerHTML}</body></html>`;
}
