import { fileKind, mayRun } from './file-kind.ts';

describe('fileKind', () => {
  it.each([
    ['offer.PDF', 'application/octet-stream', 'pdf'],
    ['견적서.hwp', 'application/octet-stream', 'document'],
    ['prices.xlsx', '', 'sheet'],
    ['label', 'image/png', 'image'],
    ['samples.zip', 'application/zip', 'archive'],
    ['unknown', 'application/octet-stream', 'other'],
  ])('%s (%s) is %s', (name, type, kind) => expect(fileKind(name, type)).toBe(kind));
});

describe('mayRun', () => {
  it.each([
    'offer.pdf.exe',
    'label.JS',
    'prices.xlsm',
    'page.html',
    'a.lnk',
    'setup.exe. ',
    'invoice\u202Efdp.exe',
    'x.iso',
  ])('marks %s', (name) => expect(mayRun(name)).toBe(true));
  it.each(['offer.pdf', 'prices.xlsx', 'label.png', '견적서.hwp', 'exe', 'samples.zip'])('leaves %s alone', (name) =>
    expect(mayRun(name)).toBe(false),
  );
});
