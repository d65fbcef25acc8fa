import { listsOf } from './price-lists.ts';

const price = (currency: string, country: string | null, minQuantity: number, variantId: string | null = null) => ({
  currency,
  country,
  minQuantity,
  variantId,
});

it('lays prices out as lists: by currency, the general before the special, tiers by quantity', () => {
  const lists = listsOf([
    price('USD', 'US', 100),
    price('USD', null, 500),
    price('USD', null, 100, 'rose'),
    price('EUR', null, 100),
    price('USD', null, 100),
  ]);
  expect(
    lists.map(({ currency, country, variantId, tiers }) => [
      currency,
      country,
      variantId,
      tiers.map(({ minQuantity }) => minQuantity),
    ]),
  ).toEqual([
    ['EUR', null, null, [100]],
    ['USD', null, null, [100, 500]],
    ['USD', 'US', null, [100]],
    ['USD', null, 'rose', [100]],
  ]);
});
