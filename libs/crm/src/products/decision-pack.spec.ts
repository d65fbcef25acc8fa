import { writeDecisionPack, type PackReader } from './decision-pack.ts';
import { certificate, product, tier, TODAY, variant } from './product.fixture.ts';

const reader = (change: Partial<PackReader> = {}): PackReader => ({
  language: 'en',
  country: null,
  currency: null,
  preferredCurrency: 'USD',
  today: TODAY,
  ...change,
});
const full = product({
  certificates: [
    { ...certificate('ISO 22716', '2027-11-30'), number: 'KR-118', issuer: 'KTR' },
    { ...certificate('CPNP'), country: 'DE' },
    certificate('Vegan', '2025-12-31'),
  ],
  prices: [
    tier(100, 490n),
    tier(500, 466n, { validUntil: '2026-03-31' }),
    tier(500, 720n, { variantId: 'b' }),
    tier(100, 6_500n, { currency: 'KRW' }),
  ],
});

describe('the decision pack', () => {
  it('in English', () => {
    const pack = writeDecisionPack(full, reader());
    expect(pack.text).toBe(`Vitamin C serum (VC-30)

Unit price:
- 100–499 pcs: USD 4.90
- 500+ pcs: USD 4.66 (valid until 31 March 2026)

MOQ: 100 pcs
Lead time: 3 days

Options (Volume):
- 30 ml: SKU VC-a
- 50 ml: SKU VC-b, MOQ 500 pcs, lead time 25 days, 500+ pcs USD 7.20

Certificates:
- ISO 22716: No. KR-118, issued by KTR, valid until 30 November 2027
- CPNP (Germany)

Origin: South Korea`);
    expect(pack).toMatchObject({ missing: [], expired: ['Vegan'] });
  });

  it('in Korean', () => {
    expect(writeDecisionPack(full, reader({ language: 'ko', currency: 'KRW' })).text).toBe(`비타민C 세럼 (VC-30)

단가(개당):
- 100개 이상: KRW 6,500

최소 주문 수량(MOQ): 100개
납기: 3일

옵션 (Volume):
- 30 ml: SKU VC-a
- 50 ml: SKU VC-b, 최소 주문 수량(MOQ) 500개, 납기 25일

인증:
- ISO 22716: 번호 KR-118, KTR 발급, 유효기간 2027년 11월 30일까지
- CPNP (독일)

원산지: 대한민국`);
    expect(writeDecisionPack(full, reader({ language: 'ko' })).text).toContain('- 100~499개: USD 4.90\n');
  });

  it('in English for everybody else, and says of a discontinued product that it is', () => {
    const pack = writeDecisionPack(product({ status: 'discontinued' }), reader({ language: 'es' }));
    expect(pack.text).toMatch(/^Vitamin C serum \(VC-30\)\nThis product has been discontinued\.\n\nUnit price/);
  });

  it('names what is missing and says nothing about it', () => {
    const bare = product({
      ...{ moq: null, leadTimeDays: null, originCountry: null, optionNames: [] },
      ...{ certificates: [certificate('Halal', '2026-03-01')], variants: [], prices: [] },
    });
    expect(writeDecisionPack(bare, reader())).toEqual({
      text: 'Vitamin C serum (VC-30)',
      missing: ['price', 'moq', 'lead_time', 'options', 'certificates'],
      expired: ['Halal'],
    });
  });

  it('misses the price when there is none in the currency, or for the country', () => {
    const missing = (change: Partial<PackReader>) => writeDecisionPack(full, reader(change)).missing;
    expect(missing({ currency: 'EUR' })).toEqual(['price']);
    const abroad = product({ prices: [tier(1, 1n, { country: 'US' })] });
    expect(writeDecisionPack(abroad, reader({ country: 'JP' })).missing).toEqual(['price']);
    expect(writeDecisionPack(abroad, reader({ country: 'US' })).missing).toEqual([]);
  });

  it('misses terms that one of the variants lacks, and options when none is made any more', () => {
    const half = product({ moq: null, variants: [variant('a', '30 ml', { moq: 5 }), variant('b', '50 ml')] });
    expect(writeDecisionPack(half, reader()).missing).toEqual(['moq']);
    const gone = product({ variants: [variant('a', '30 ml', { status: 'discontinued' })] });
    expect(writeDecisionPack(gone, reader()).missing).toEqual(['options']);
    expect(writeDecisionPack(gone, reader()).text).not.toContain('VC-a');
  });

  it('has no table for a product in one form', () => {
    const single = product({ optionNames: [], variants: [variant('a', '', { options: {} })] });
    expect(writeDecisionPack(single, reader())).toMatchObject({ missing: [] });
    expect(writeDecisionPack(single, reader()).text).not.toContain('Options');
  });

  it('takes the preferred currency, else the first there is', () => {
    const won = product({ prices: [tier(1, 6_500n, { currency: 'KRW' })] });
    expect(writeDecisionPack(won, reader()).text).toContain('KRW 6,500');
  });
});
