import { type ProductDraft, emptyDraft, newCertificate, newList, newTier, newVariant } from './product-draft.ts';
import { readDraft } from './read-draft.ts';

const TODAY = '2026-03-02';
const base: ProductDraft = {
  ...emptyDraft('ko', 'USD'),
  code: 'CR-50',
  names: [{ key: 'n1', language: 'ko', name: '시카 크림' }],
};
const read = (patch: Partial<ProductDraft>) => readDraft({ ...base, ...patch }, TODAY);
const wrong = (patch: Partial<ProductDraft>) => Object.fromEntries(read(patch).problems);
const list = (...tiers: [minQuantity: string, unitPrice: string][]) => ({
  ...newList('USD'),
  tiers: tiers.map(([minQuantity, unitPrice], at) => ({ ...newTier(), key: `t${at}`, minQuantity, unitPrice })),
});

describe('readDraft', () => {
  it('reads what was typed, exactly, and leaves out rows that nothing was typed into', () => {
    const rose = { ...newVariant('USD'), sku: 'CR-50-R', values: { o1: 'Rose' }, cost: '1,450.5', moq: '1,000' };
    const { fields, problems } = read({
      options: [
        { key: 'o1', name: 'Colour' },
        { key: 'o2', name: ' ' },
      ],
      variants: [rose],
      lists: [list(['100', '3.20'], ['1,000', '2.9'], ['', ''])],
      specs: [{ key: 's1', name: '', value: '' }],
    });
    expect([...problems]).toEqual([]);
    expect(fields.optionNames).toEqual(['Colour']);
    expect(fields.variants).toMatchObject([
      {
        sku: 'CR-50-R',
        moq: 1000,
        options: [{ name: 'Colour', value: 'Rose' }],
        cost: { minor: '145050', currency: 'USD' },
      },
    ]);
    expect(fields.prices).toMatchObject([
      { minQuantity: 100, unitPriceMinor: '320' },
      { minQuantity: 1000, unitPriceMinor: '290' },
    ]);
    expect(fields.specs).toEqual([]);
  });

  it('names what is no number at its field, and does not compare a price that it could not read', () =>
    expect(wrong({ moq: '삼백', lists: [list(['100', '3.205'], ['500', '9.90'], ['x', '1'])] })).toEqual({
      moq: 'wholeNumber',
      't0.unitPriceMinor': 'amount',
      't2.minQuantity': 'wholeNumber',
    }));

  it.each(['number', 'issuer', 'country', 'validUntil', 'attachmentId'] as const)(
    'says that a certificate has no name when nothing but its %s was given',
    (field) => {
      const value = field === 'validUntil' ? '2027-01-01' : field === 'country' ? 'US' : 'x';
      expect(wrong({ certificates: [{ ...newCertificate(), key: 'c1', [field]: value }] })).toEqual({
        'c1.name': 'certificateName',
      });
      expect(read({ certificates: [newCertificate()] }).fields.certificates).toEqual([]);
    },
  );

  it('says what a price lacks when nothing but its last day was given', () =>
    expect(
      wrong({ lists: [{ ...newList('USD'), tiers: [{ ...newTier(), key: 't0', validUntil: '2027-01-01' }] }] }),
    ).toEqual({ 't0.minQuantity': 'required', 't0.unitPriceMinor': 'amount' }));

  it('finds what the API would refuse, at the row where it stands', () =>
    expect(
      wrong({
        code: '',
        moq: '0',
        names: [
          { key: 'n1', language: 'ko', name: '크림' },
          { key: 'n2', language: 'en', name: '' },
          { key: 'n3', language: 'ko', name: 'Cream' },
        ],
        lists: [list(['100', '2'], ['500', '3'], ['100', '2'])],
        variants: [
          { ...newVariant('USD'), key: 'v1', sku: 'A', values: { o1: 'Rose' } },
          { ...newVariant('USD'), key: 'v2', sku: 'a', values: { o1: '' } },
        ],
        options: [{ key: 'o1', name: 'Colour' }],
      }),
    ).toEqual({
      code: 'code',
      moq: 'fromOne',
      'n3.language': 'language',
      'v2.sku': 'sku',
      'v2.options': 'options',
      't2.minQuantity': 'minQuantity',
      't1.unitPriceMinor': 'dearer',
    }));

  it('asks for the quantity of a price, and for one name at least', () => {
    expect(wrong({ lists: [list(['', '3.20'])] })).toEqual({ 't0.minQuantity': 'required' });
    expect(wrong({ names: [{ key: 'n1', language: 'ko', name: ' ' }] })).toEqual({ 'n1.name': 'name' });
  });
});
