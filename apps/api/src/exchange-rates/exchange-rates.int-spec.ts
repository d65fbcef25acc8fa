import { isRefused, newId, type TenantContext } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import type { SetExchangeRateInput } from './exchange-rate.model.ts';
import { ExchangeRatesModule } from './exchange-rates.module.ts';
import { queryExchangeRates } from './list-rates.query.ts';
import { queryRates } from './query-rates.query.ts';
import { SetExchangeRateUseCase } from './set-exchange-rate.use-case.ts';

describe('exchange rates', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  beforeAll(async () => {
    wired = await wireFeatures('2026-03-09T16:00:00Z', [ExchangeRatesModule]); // the 10th already in Seoul
    ({ a, b } = await seedTwoWorkspaces(wired.db)); // KRW 0.00072 of 1 March in both
  });
  afterAll(() => wired.close());

  const set = (ctx: TenantContext, changes: Partial<SetExchangeRateInput>) =>
    wired
      .get(SetExchangeRateUseCase)
      .execute(ctx, { id: newId(), currency: 'EUR', rate: '1.08', onDate: '2026-03-02', ...changes });
  const rates = async (ctx: TenantContext, onDate: string) =>
    Object.fromEntries(await queryRates(wired.db.database, ctx, 'USD', ['USD', 'KRW', 'EUR', 'JPY'], onDate));

  it('gives the newest rate on or before the day, 1 for the base, nothing for a currency without', async () => {
    await set(a, { rate: '1.0800' });
    await set(a, { rate: '1.1', onDate: '2026-03-05' });
    await set(a, { currency: 'KRW', rate: '0.00073', onDate: '2026-03-05' });
    expect(await rates(a, '2026-03-04')).toEqual({
      USD: { rate: '1', onDate: '2026-03-04', source: 'base' },
      KRW: { rate: '0.00072', onDate: '2026-03-01', source: 'entered' },
      EUR: { rate: '1.08', onDate: '2026-03-02', source: 'entered' },
    });
    expect((await rates(a, '2026-03-05'))['EUR']).toMatchObject({ rate: '1.1', onDate: '2026-03-05' });
    expect(Object.keys(await rates(a, '2026-02-28'))).toEqual(['USD']);
    expect(Object.keys(await rates(b, '2026-03-31'))).toEqual(['USD', 'KRW']);
  });

  it('replaces the rate of a day, changes nothing when sent again, and says so in the log', async () => {
    const id = newId();
    await set(b, { id, onDate: '2026-03-10' });
    await set(b, { id, onDate: '2026-03-10', rate: '7' });
    await set(b, { rate: '1.09', onDate: '2026-03-10' });
    const stored = (await queryExchangeRates(wired.db.database, b)).filter(({ currency }) => currency === 'EUR');
    expect(stored).toMatchObject([{ id, rate: '1.09', onDate: '2026-03-10', createdBy: { id: b.ownerId } }]);
    const events = await wired.db.database.query<{ data: unknown }>(
      b,
      `select data from events where workspace_id = $1 and verb = 'exchange_rate.set' order by position`,
      [b.workspaceId],
    );
    expect(events.map(({ data }) => data)).toMatchObject([
      { from: null, to: '1.08' },
      { from: '1.0800000000', to: '1.09' },
    ]);
  });

  it('two who set one day at once end in one rate', async () => {
    await Promise.all(['0.006', '0.007', '0.008'].map((rate) => set(a, { currency: 'JPY', rate })));
    const yen = (await queryExchangeRates(wired.db.database, a)).filter(({ currency }) => currency === 'JPY');
    expect(yen).toHaveLength(1);
  });

  it.each([
    ['currency', { currency: 'XYQ' }],
    ['currency', { currency: 'USD' }],
    ['rate', { rate: '0' }],
    ['rate', { rate: '0.0000' }],
    ['rate', { rate: '-1.08' }],
    ['rate', { rate: '1.234567890123' }],
    ['rate', { rate: '12345678901' }],
    ['rate', { rate: '0.00000000001' }],
    ['onDate', { onDate: '2026-03-11' }],
    ['onDate', { onDate: '0000-01-01' }],
  ])('refuses a wrong %s: %o', async (field, changes) => {
    const before = await queryExchangeRates(wired.db.database, a);
    const outcome = await set(a, changes);
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'INVALID_FIELD', field });
    expect(await queryExchangeRates(wired.db.database, a)).toEqual(before);
  });
});
