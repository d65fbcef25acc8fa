import { matchRows, nameKey, type KnownBuyers, type RowIdentity } from './match-rows.ts';

const NOBODY: KnownBuyers = { external_id: new Map(), email: new Map(), phone: new Map(), name: new Map() };
const row = (identity: Partial<RowIdentity>): RowIdentity => ({
  externalId: null,
  email: null,
  phone: null,
  name: null,
  country: null,
  ...identity,
});

describe('whose a row is', () => {
  const known: KnownBuyers = {
    external_id: new Map([['X1', 'lumo']]),
    email: new Map([['a@sol.mx', 'sol']]),
    phone: new Map([['+361', 'verde']]),
    name: new Map([
      [nameKey('Ferro', 'IT'), ['ferro']],
      [nameKey('Twin', 'US'), ['twin1', 'twin2']],
    ]),
  };

  it.each([
    [{ externalId: 'X1', email: 'a@sol.mx' }, 'lumo', 'external_id'],
    [{ externalId: 'X9', email: 'a@sol.mx', phone: '+361' }, 'sol', 'email'],
    [{ phone: '+361', name: 'Ferro', country: 'IT' }, 'verde', 'phone'],
    [{ name: ' FERRO ', country: 'IT' }, 'ferro', 'name'],
    [{ name: 'Ferro', country: 'FR' }, 0, null],
    [{ name: 'Ferro', country: 'IT', email: 'new@ferro.it' }, 0, null], // something stronger that nobody has
    [{ name: 'Twin', country: 'US' }, 0, null], // two have the name
    [{}, 0, null],
  ] as const)('%j is %s by %s', (identity, buyer, by) =>
    expect(matchRows([row(identity)], known)).toEqual([{ buyer, by }]),
  );

  it('finds later rows by what earlier ones told, and only by that', () => {
    const rows = [
      row({ externalId: 'N1', email: 'n@x.com', name: 'Nord' }),
      row({ externalId: 'N1' }),
      row({ email: 'n@x.com', phone: '+45' }),
      row({ phone: '+45' }),
      row({ name: 'nord' }),
      row({ externalId: 'N2', name: 'Nord' }),
      row({ name: 'Nord' }), // two of that name by now
      row({ externalId: 'X1', phone: '+99' }),
      row({ phone: '+99' }),
    ];
    expect(matchRows(rows, known).map(({ buyer, by }) => [buyer, by])).toEqual([
      [0, null],
      [0, 'external_id'],
      [0, 'email'],
      [0, 'phone'],
      [0, 'name'],
      [1, null],
      [2, null],
      ['lumo', 'external_id'],
      ['lumo', 'phone'],
    ]);
  });

  it('makes one buyer per row that tells nothing', () => {
    expect(matchRows([row({}), row({})], NOBODY).map(({ buyer }) => buyer)).toEqual([0, 1]);
  });
});
