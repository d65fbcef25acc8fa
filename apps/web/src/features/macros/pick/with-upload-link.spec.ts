import { withUploadLink } from './with-upload-link.ts';

const URL = 'https://dangol.example/u/abc';

describe('withUploadLink', () => {
  it('puts the address where the text wants it, every time', () =>
    expect(withUploadLink('Here: {upload.link} or { upload.link }. {buyer.company}', URL)).toBe(
      `Here: ${URL} or ${URL}. {buyer.company}`,
    ));
  it('adds it at the end of a text without a place for it', () =>
    expect(withUploadLink('Please send photos.\n', URL)).toBe(`Please send photos.\n\n${URL}`));
});
