import { productsUrl, toFilter } from './products-url.ts';

const filterOf = (query: string) => toFilter(productsUrl.parse(new URLSearchParams(query)).values);

describe('filters of the catalogue', () => {
  it('leave out what is no longer made unless it is asked for', () => {
    expect(filterOf('')).toEqual({ status: ['ACTIVE', 'DRAFT'] });
    expect(filterOf('status=DISCONTINUED')).toEqual({ status: ['DISCONTINUED'] });
  });
  it('say every filter of the address', () =>
    expect(filterOf('q=cica&status=ACTIVE&category=Skin care&missing=PRICE,MOQ&new=yes')).toEqual({
      q: 'cica',
      status: ['ACTIVE'],
      category: ['Skin care'],
      missing: ['PRICE', 'MOQ'],
      isNew: true,
    }));
  it('take "anything missing" as every part', () =>
    expect(filterOf('missing=ANY').missing).toEqual(['PRICE', 'MOQ', 'LEAD_TIME', 'OPTIONS', 'CERTIFICATES']));
  it('drop what is none of ours', () =>
    expect(productsUrl.parse(new URLSearchParams('missing=PHOTO&status=SOLD')).dropped).toEqual(['status', 'missing']));
});
