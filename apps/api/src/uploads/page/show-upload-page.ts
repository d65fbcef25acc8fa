import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UPLOAD_LIMITS } from '../upload-limits.ts';
import type { OpenLink } from '../upload-links.query.ts';
import type { UploadRefused } from '../upload-refused.error.ts';
import { UPLOAD_PAGE_SCRIPT } from './upload-page.script.ts';
import { UPLOAD_PAGE_STYLES } from './upload-page.styles.ts';
import { PAGE_TEXTS, pageLanguage, said, type PageTexts } from './upload-page.texts.ts';

/** What to show: the form, or why there is none. */
export type UploadPage =
  { readonly link: OpenLink; readonly uploadId: string; readonly sent: number } | { readonly problem: UploadRefused };

const MB = 1024 * 1024;

/** Whether a script asks; a form that a browser sends by itself wants a page. */
export function wantsJson({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('application/json') ?? false;
}

/** Sends the page, whole in one answer: no cookie, nothing from elsewhere, nothing that may be kept or followed. */
export function showUploadPage(request: FastifyRequest, reply: FastifyReply, page: UploadPage): FastifyReply {
  const language = pageLanguage(request.headers['accept-language']);
  const texts = PAGE_TEXTS[language];
  const nonce = randomBytes(16).toString('base64');
  const { title, body } = 'problem' in page ? problemOf(page.problem, request.url, texts) : formOf(page, texts, nonce);
  return reply
    .type('text/html; charset=utf-8')
    .headers({
      'cache-control': 'no-store',
      'content-language': language,
      vary: 'accept-language',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy':
        `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; ` +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    })
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<title>${html(title)}</title><style nonce="${nonce}">${UPLOAD_PAGE_STYLES}</style></head><body><main>${body}</main></body></html>`,
    );
}

function problemOf(problem: UploadRefused, url: string, texts: PageTexts): { title: string; body: string } {
  if (problem.code === 'LINK_GONE')
    return { title: texts.goneTitle, body: `<h1>${html(texts.goneTitle)}</h1><p>${html(texts.gone)}</p>` };
  const why = said(texts.problems[problem.code], { file: problem.file ?? '', fileMb: UPLOAD_LIMITS.fileBytes / MB });
  return {
    title: texts.problemTitle,
    body:
      `<h1>${html(texts.problemTitle)}</h1><p role="alert" class="problem">${html(why)}</p>` +
      `<p><a class="button" href="${html(url.split('?', 1)[0]!)}">${html(texts.back)}</a></p>`,
  };
}

function formOf(
  { link, uploadId, sent }: Extract<UploadPage, { link: OpenLink }>,
  texts: PageTexts,
  nonce: string,
): { title: string; body: string } {
  const words = { workspace: link.workspaceName };
  const left = {
    files: Math.max(0, UPLOAD_LIMITS.files - link.usedCount),
    bytes: Math.max(0, UPLOAD_LIMITS.bytes - link.usedBytes),
    fileBytes: UPLOAD_LIMITS.fileBytes,
  };
  const numbers = { files: left.files, fileMb: left.fileBytes / MB, mb: Math.round(left.bytes / MB) };
  const say = (text: string) => html(said(text, { ...words, ...numbers }));
  const received = Math.min(sent, link.usedCount);
  const settings = JSON.stringify({ left, workspace: link.workspaceName, texts }).replaceAll('<', '\\u003c');
  return {
    title: said(texts.title, words),
    body: `<h1 id="title" tabindex="-1">${say(texts.title)}</h1>
<section id="done" ${received > 0 ? '' : 'hidden'}><h2 id="done-title" tabindex="-1">${say(texts.doneTitle)}</h2>
<p id="done-text">${html(said(texts.done, { ...words, count: received }))}</p>
<button type="button" id="more" class="plain" hidden>${say(texts.more)}</button></section>
<form id="form" method="post" enctype="multipart/form-data">
<p>${say(texts.intro)}</p>
<input type="hidden" name="id" id="upload-id" value="${html(uploadId)}">
<div id="place"><label for="file" class="label">${say(texts.choose)}</label>
<input type="file" id="file" name="file" multiple aria-describedby="limits kinds">
<p id="drop-hint" class="hint" hidden>${say(texts.dropHint)}</p></div>
<p id="limits" class="hint">${say(texts.limits)}</p><p id="kinds" class="hint">${say(texts.kinds)}</p>
<ul id="chosen" hidden></ul>
<label for="note" class="label">${say(texts.note)}</label>
<p id="note-hint" class="hint">${say(texts.noteHint)}</p>
<textarea id="note" name="note" rows="3" maxlength="${UPLOAD_LIMITS.noteLength}" aria-describedby="note-hint"></textarea>
<p id="problem" class="problem" role="alert"></p>
<div id="under-way" hidden><p id="state" role="status"></p><progress id="progress" max="100" value="0" aria-labelledby="state"></progress></div>
<p class="acts"><button type="submit" id="send">${say(texts.send)}</button>
<button type="button" id="cancel" class="plain" hidden>${say(texts.cancel)}</button></p>
</form>
<footer><p>${say(texts.privacy)}</p>${link.usedCount > 0 ? `<p>${html(said(texts.received, { count: link.usedCount }))}</p>` : ''}</footer>
<script type="application/json" id="settings" nonce="${nonce}">${settings}</script><script nonce="${nonce}">${UPLOAD_PAGE_SCRIPT}</script>`,
  };
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
