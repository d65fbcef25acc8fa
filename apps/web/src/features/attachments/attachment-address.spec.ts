import { downloadAddress, uploadAddress } from './attachment-address.ts';

it('puts a file at its owner, with a name that cannot break out of the address', () =>
  expect(uploadAddress({ kind: 'products', id: 'p1' }, 'f1', '사진 & plan?.png', 'haesong')).toBe(
    '/files/products/p1/f1?workspace=haesong&name=%EC%82%AC%EC%A7%84+%26+plan%3F.png',
  ));

describe('address of a kept file', () => {
  it('names the workspace', () => expect(downloadAddress('/files/a', 'ha e')).toBe('/files/a?workspace=ha%20e'));
  it('keeps what the address asks already', () =>
    expect(downloadAddress('/files/a?b=1', 'haesong')).toBe('/files/a?b=1&workspace=haesong'));
  it('is left alone when it names one', () =>
    expect(downloadAddress('/files/a?workspace=other', 'haesong')).toBe('/files/a?workspace=other'));
});
