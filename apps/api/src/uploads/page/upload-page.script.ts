/**
 * What the page does where scripts run: a list of the chosen files, progress, stop, and sending again after a lost connection
 * under the same upload id, so that nothing arrives twice. Without scripts the form goes by itself.
 */
export const UPLOAD_PAGE_SCRIPT = `
(() => {
  'use strict';
  const of = (id) => document.getElementById(id);
  const { left, workspace, texts } = JSON.parse(of('settings').textContent);
  const MB = 1024 * 1024;
  const say = (text, words) => text.replace(/\\{(\\w+)\\}/g, (whole, name) => (words && name in words ? words[name] : name === 'workspace' ? workspace : whole));
  const size = (bytes) => (bytes < MB ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : (bytes / MB).toFixed(1) + ' MB');
  const input = of('file'), list = of('chosen'), form = of('form'), place = of('place'), send = of('send'), cancel = of('cancel');
  let files = [], sending = null;
  of('drop-hint').hidden = false;
  place.classList.add('listed');
  const tell = (text) => { of('problem').textContent = text; };
  const problem = (code, file) => say(texts.problems[code] || texts.problems.UNAVAILABLE, { file: file || '', fileMb: left.fileBytes / MB });
  const check = () => {
    const large = files.find((file) => file.size > left.fileBytes);
    if (large) return problem('FILE_TOO_LARGE', large.name);
    if (files.length > left.files) return problem('TOO_MANY_FILES');
    if (files.reduce((sum, file) => sum + file.size, 0) > left.bytes) return problem('TOO_LARGE_TOGETHER');
    const empty = files.find((file) => file.size === 0);
    return empty ? problem('FILE_TYPE', empty.name) : '';
  };
  const draw = () => {
    list.replaceChildren(...files.map((file, index) => {
      const row = document.createElement('li');
      const name = document.createElement('span'), bytes = document.createElement('small'), remove = document.createElement('button');
      name.textContent = file.name;
      bytes.textContent = size(file.size);
      remove.type = 'button';
      remove.textContent = '\\u2715';
      remove.disabled = sending !== null;
      remove.setAttribute('aria-label', say(texts.remove, { name: file.name }));
      remove.addEventListener('click', () => { files.splice(index, 1); tell(check()); draw(); input.focus(); });
      row.append(name, bytes, remove);
      return row;
    }));
    list.hidden = files.length === 0;
  };
  const add = (more) => {
    for (const file of more)
      if (!files.some((one) => one.name === file.name && one.size === file.size && one.lastModified === file.lastModified)) files.push(file);
    tell(check());
    draw();
  };
  const underWay = (on) => {
    for (const part of [input, of('note'), send]) part.disabled = on;
    cancel.hidden = !on;
    of('under-way').hidden = !on;
    of('progress').value = 0;
    draw();
  };
  const stop = (text) => { sending = null; underWay(false); tell(text); send.focus(); };
  const done = ({ received, next }) => {
    sending = null;
    left.files -= received;
    left.bytes -= files.reduce((sum, file) => sum + file.size, 0);
    files = [];
    form.reset();
    of('upload-id').value = next;
    underWay(false);
    tell('');
    form.hidden = true;
    of('done').hidden = false;
    of('done-text').textContent = say(texts.done, { count: received });
    of('limits').textContent = say(texts.limits, { files: left.files, fileMb: left.fileBytes / MB, mb: Math.round(left.bytes / MB) });
    of('more').hidden = left.files <= 0;
    of('done-title').focus();
  };
  input.addEventListener('change', () => { add(input.files); input.value = ''; });
  for (const kind of ['dragover', 'dragleave', 'drop'])
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop' && !sending) add(event.dataTransfer.files);
    });
  of('more').addEventListener('click', () => { form.hidden = false; of('done').hidden = true; input.focus(); });
  cancel.addEventListener('click', () => { if (sending) sending.abort(); });
  addEventListener('beforeunload', (event) => { if (sending) event.preventDefault(); });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) return;
    const wrong = files.length === 0 ? problem('NO_FILES') : check();
    if (wrong) { tell(wrong); input.focus(); return; }
    tell('');
    const body = new FormData();
    body.append('id', of('upload-id').value);
    body.append('note', of('note').value);
    for (const file of files) body.append('file', file);
    const request = (sending = new XMLHttpRequest());
    underWay(true);
    cancel.focus();
    let told = -1;
    const progress = (percent) => {
      of('progress').value = percent;
      if (percent < 100 && Math.floor(percent / 10) === told) return;
      told = Math.floor(percent / 10);
      of('state').textContent = percent >= 100 ? texts.finishing : say(texts.sending, { percent });
    };
    progress(0);
    request.upload.addEventListener('progress', (event) => progress(event.lengthComputable ? Math.floor((event.loaded * 100) / event.total) : 0));
    request.addEventListener('load', () => {
      if (request.status === 200 || request.status === 201) return done(request.response);
      const error = (request.response && request.response.error) || {};
      stop(problem(error.code, error.file));
    });
    request.addEventListener('error', () => stop(texts.lost));
    request.addEventListener('abort', () => stop(texts.cancelled));
    request.open('POST', location.pathname);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.send(body);
  });
})();
`;
