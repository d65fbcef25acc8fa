import { safeReturnAddress, signInAddress } from './client.ts';

describe('return address of the sign-in page', () => {
  it('is kept with its query', () =>
    expect(signInAddress('/w/a/inbox?view=MINE')).toBe('/sign-in?next=%2Fw%2Fa%2Finbox%3Fview%3DMINE'));
  it('is left out for the entry page', () => expect(signInAddress('/')).toBe('/sign-in'));
  it('may be a path of this site', () =>
    expect(safeReturnAddress('/w/a/inbox?view=MINE')).toBe('/w/a/inbox?view=MINE'));
  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/a\\b',
  ])('is refused when it could lead elsewhere: %j', (next) => expect(safeReturnAddress(next)).toBeNull());
});
