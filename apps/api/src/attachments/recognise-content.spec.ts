import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { recogniseContent } from './recognise-content.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const PNG = hex('89504e470d0a1a0a 0000000d49484452 00000001000000010802000000 907753de 0000000049454e44ae426082');
const JPEG = hex('ffd8ffe000104a46494600010100000100010000ffd9');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const COMPOUND = Buffer.concat([hex('d0cf11e0a1b11ae1'), Buffer.alloc(600)]);
const mp4 = Buffer.concat([hex('00000018'), Buffer.from('ftypmp42'), hex('00000000'), Buffer.from('mp42isom')]);
const heic = Buffer.concat([hex('00000018'), Buffer.from('ftypheic'), hex('00000000'), Buffer.from('mif1heic')]);

/** A zip with one entry, as an office program begins its files. */
function zip(name: string, text: string): Buffer {
  const [content, path] = [Buffer.from(text), Buffer.from(name)];
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(path.length, 26);
  return Buffer.concat([local, path, packed, createHash('sha512').update(content).digest()]);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

test.each<[what: string, name: string, head: Buffer, type: string]>([
  ['a picture', 'photo.png', PNG, 'image/png'],
  ['a picture under another name', 'photo.pdf', JPEG, 'image/jpeg'],
  ['an Apple photo', 'IMG_1.HEIC', heic, 'image/heic'],
  ['a document', '견적서.pdf', Buffer.from('%PDF-1.7\n%\n1 0 obj <<>> endobj'), 'application/pdf'],
  ['a film', 'line.mp4', mp4, 'video/mp4'],
  ['an old sheet', 'prices.xls', COMPOUND, 'application/vnd.ms-excel'],
  ['a Korean document', '공문.hwp', COMPOUND, 'application/x-hwp'],
  ['a sheet', 'prices.xlsx', zip('xl/worksheets/sheet1.xml', '<x/>'), `${OFFICE}.spreadsheetml.sheet`],
  ['a zip', 'photos.zip', zip('a.jpg', 'x'), 'application/zip'],
  ['a drawing', 'label.ai', Buffer.from('%!PS-Adobe-3.0 EPSF-3.0\n'), 'application/eps'],
  [
    'a layered picture',
    'label.psd',
    Buffer.concat([Buffer.from('8BPS'), Buffer.alloc(30)]),
    'image/vnd.adobe.photoshop',
  ],
  ['a text', 'readme.txt', Buffer.from('Keep below 25 °C'), 'text/plain'],
  ['a Korean table of an old program', '목록.csv', hex('c7b0b8f12cb0a1b0dd0d0a'), 'text/csv'],
  ['a table in UTF-16', 'list.csv', Buffer.concat([hex('fffe'), Buffer.from('품목,가격\n', 'utf16le')]), 'text/csv'],
  ['data', 'feed.xml', Buffer.from('<?xml version="1.0"?><orders><order id="1"/></orders>'), 'text/plain'],
  ['a text that only names a tag', 'note.txt', Buffer.from('Use <b> and <svg> with care'), 'text/plain'],
])('keeps %s', async (_what, name, head, type) => {
  expect(await recogniseContent(head, name)).toBe(type);
});

test.each<[what: string, name: string, head: Buffer]>([
  ['a program', 'setup.exe', EXE],
  ['a program that calls itself a document', 'invoice.pdf', EXE],
  ['a program of Linux', 'invoice.pdf', Buffer.concat([hex('7f454c460201'), Buffer.alloc(60)])],
  ['a text that runs', 'run.bat', Buffer.from('del *.*')],
  ['a text that runs, with a dot after its name', 'run.bat. .', Buffer.from('del *.*')],
  ['a script', 'list.txt', Buffer.from('#!/bin/sh\nrm -rf ~')],
  ['a page', 'offer.html', Buffer.from('Hello')],
  ['a page under another name', 'offer.txt', Buffer.from('\n <!DOCTYPE html><p>Sign in')],
  ['a page in UTF-16', 'offer.txt', Buffer.concat([hex('fffe'), Buffer.from('<html>', 'utf16le')])],
  ['a page with a byte order mark', 'offer.txt', Buffer.concat([hex('efbbbf'), Buffer.from('<html>')])],
  ['a drawing with scripts', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['such a drawing under another name', 'logo.txt', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="x"/>')],
  ['an installer', 'setup.msi', COMPOUND],
  ['an installer under no known name', 'setup', COMPOUND],
  ['a program in a zip of its own kind', 'tool.jar', zip('META-INF/MANIFEST.MF', 'Manifest-Version: 1.0')],
  ['a sheet that runs', 'prices.xlsm', zip('xl/vbaProject.bin', 'x')],
  ['bytes of no kind', 'data.txt', Buffer.from([1, 2, 3, 0, 255])],
])('refuses %s', async (_what, name, head) => {
  expect(await recogniseContent(head, name)).toBeNull();
});
