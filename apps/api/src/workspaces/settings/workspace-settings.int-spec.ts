import { Module } from '@nestjs/common';
import { defaultGradingRules } from '@dangol/crm';
import {
  BusinessCalendarsRepository,
  BuyersRepository,
  ExchangeRatesRepository,
  GradingRulesRepository,
  isRefused,
  newId,
  WorkspacesRepository,
} from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { DatabaseListener } from '../../platform/events/database-listener.ts';
import { createLog, LOG } from '../../platform/logging/log.ts';
import { SessionSignals } from '../../platform/session/session-signals.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { defaultCalendar } from '../default-settings.ts';
import { CalendarVersionsModule } from './calendar-versions.module.ts';
import { ChangeWorkspaceUseCase } from './change-workspace.use-case.ts';
import { CurrencyInUse, type WorkspaceSettings, type WorkspaceSettingsInput } from './workspace-settings.model.ts';
import { queryWorkspaceSettings } from './workspace-settings.query.ts';

const NOW = '2026-06-15T10:00:00Z';

const LISTENER = [DatabaseListener, SessionSignals, { provide: LOG, useValue: createLog({ level: 'silent' }) }];
@Module({ imports: [CalendarVersionsModule], providers: [ChangeWorkspaceUseCase, ...LISTENER] })
class SettingsModule {}

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
/** A workspace of the first day, with nothing in it but its settings. */
let fresh: SeededWorkspace;
let run = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW, [SettingsModule]);
});
afterAll(() => wired.close());
beforeEach(async () => {
  ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(run += 1)}`));
  fresh = { ...a, workspaceId: newId(), actor: { kind: 'system', id: null } };
  const createdAt = new Date(NOW);
  await wired.db.unitOfWork.run(fresh, async () => {
    const row = { slug: `fresh-${run}`, name: 'Fresh', timeZone: 'Asia/Seoul', baseCurrency: 'USD', language: 'en' };
    await wired.get(WorkspacesRepository).insert(fresh, { ...row, createdAt });
    const first = { version: 1, createdBy: null, createdAt };
    const calendar = defaultCalendar('Asia/Seoul');
    await wired.get(BusinessCalendarsRepository).insert(fresh, { ...first, id: newId(), calendar });
    const rules = defaultGradingRules('USD');
    await wired.get(GradingRulesRepository).insert(fresh, { ...first, id: newId(), rules });
  });
});

const change = (input: WorkspaceSettingsInput, workspace = a) =>
  wired
    .get(ChangeWorkspaceUseCase)
    .execute({ ...memberContext(workspace), actor: workspace.actor, member: null }, input);
async function changed(input: WorkspaceSettingsInput, workspace = a): Promise<WorkspaceSettings> {
  const outcome = await change(input, workspace);
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome.refusal));
  return outcome;
}
const lastVerbs = async (workspace: SeededWorkspace) =>
  (await wired.db.events.readAfter(workspace, '0', 1000)).map(({ verb }) => verb);

describe('changing the workspace', () => {
  it('changes what is named, in one workspace only', async () => {
    const before = await queryWorkspaceSettings(wired.db.database, b);
    expect(await changed({ name: 'Hanbit Trading', undoSendSeconds: 30 })).toMatchObject({
      name: 'Hanbit Trading',
      undoSendSeconds: 30,
      timeZone: 'Asia/Seoul',
    });
    expect(await queryWorkspaceSettings(wired.db.database, b)).toEqual(before);
    const events = await wired.db.events.readAfter(a, '0', 1000);
    expect(events.at(-1)).toMatchObject({
      verb: 'workspace.changed',
      data: { fields: ['name', 'undoSendSeconds'], confirmed: [] }, // never the name itself
    });
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(101) }],
    ['timeZone', { timeZone: 'Seoul' }],
    ['baseCurrency', { baseCurrency: 'XXX' }],
    ['undoSendSeconds', { undoSendSeconds: 61 }],
  ])('refuses a bad %s and saves nothing of the rest', async (field, input) => {
    const before = await wired.get(WorkspacesRepository).get(a);
    const outcome = await change({ language: 'ko', ...input });
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'INVALID_FIELD', field });
    expect(await wired.get(WorkspacesRepository).get(a)).toEqual(before);
  });

  it('takes the business hours along to another zone, as a version of their own', async () => {
    await changed({ timeZone: 'Europe/Berlin' }, fresh);
    const versions = await wired.get(BusinessCalendarsRepository).find(fresh, {}, { orderBy: { version: 'asc' } });
    expect(versions.map(({ version, calendar }) => [version, calendar.timeZone, calendar.version])).toEqual([
      [1, 'Asia/Seoul', 1],
      [2, 'Europe/Berlin', 2],
    ]);
    expect(versions[1]!.calendar.weekly).toEqual(versions[0]!.calendar.weekly);
    expect(await lastVerbs(fresh)).toEqual(['business_hours.saved', 'workspace.changed']);
    await changed({ timeZone: 'Europe/Berlin' }, fresh);
    expect(await wired.get(BusinessCalendarsRepository).find(fresh, {})).toHaveLength(2);
  });

  it('confirms language and currency when they are named, also as they are', async () => {
    await changed({ language: 'en' }, fresh);
    expect(Object.keys((await wired.get(WorkspacesRepository).get(fresh)).setup['confirmed'] as object)).toEqual([
      'language',
    ]);
    await changed({ baseCurrency: 'USD', name: 'Other' }, fresh);
    const { confirmed } = (await wired.get(WorkspacesRepository).get(fresh)).setup as { confirmed: object };
    expect(Object.keys(confirmed).toSorted()).toEqual(['currency', 'language']);
  });
});

describe('the base currency', () => {
  it('changes while nothing is stored in it, and the default rules with it', async () => {
    expect(await changed({ baseCurrency: 'KRW' }, fresh)).toMatchObject({ baseCurrency: 'KRW', currencyHeldBy: [] });
    const [rules] = await wired.get(GradingRulesRepository).find(fresh, {}, { orderBy: { version: 'desc' }, limit: 1 });
    expect(rules!.rules).toEqual({ ...defaultGradingRules('KRW'), version: 2 });
    expect(await changed({ baseCurrency: 'EUR' }, fresh)).toMatchObject({ baseCurrency: 'EUR' }); // and again
  });

  it('stays where orders, samples and the like are stored, and says which; naming it as it is does no harm', async () => {
    const outcome = await change({ baseCurrency: 'KRW', name: 'Not this either' });
    const refusal = isRefused(outcome) ? outcome.refusal : null;
    expect(refusal).toBeInstanceOf(CurrencyInUse);
    expect((refusal as CurrencyInUse).heldBy).toEqual(expect.arrayContaining(['ORDERS', 'SAMPLES', 'EXCHANGE_RATES']));
    expect(await wired.get(WorkspacesRepository).get(a)).toMatchObject({ baseCurrency: 'USD', setup: {} });
    expect((await wired.get(WorkspacesRepository).get(a)).name).not.toBe('Not this either');
    expect(await changed({ baseCurrency: 'USD', name: 'This one' })).toMatchObject({ name: 'This one' });
  });

  it('is held by a rate into it, an annual purchase or rules of the workspace, each by itself', async () => {
    const heldBy = async () => (await queryWorkspaceSettings(wired.db.database, fresh)).currencyHeldBy;
    const createdAt = new Date(NOW);
    expect(await heldBy()).toEqual([]);
    const rules = { ...defaultGradingRules('USD'), version: 2, bounds: { a: 80, b: 50 } } as never;
    await wired.db.unitOfWork.run(fresh, () =>
      wired.get(GradingRulesRepository).insert(fresh, { id: newId(), version: 2, rules, createdBy: null, createdAt }),
    );
    expect(await heldBy()).toEqual(['GRADING_RULES']);
    await wired.db.unitOfWork.run(fresh, () =>
      wired.get(BuyersRepository).insert(fresh, {
        ...{ id: newId(), name: 'Lumo', annualPurchaseMinor: 100n, stageSince: createdAt, createdAt },
        updatedAt: createdAt,
      }),
    );
    expect(await heldBy()).toEqual(['BUYERS', 'GRADING_RULES']);
    const rate = { currency: 'EUR', onDate: '2026-06-01', rate: '1.1', source: 'manual', createdAt };
    await wired.db.unitOfWork.run(fresh, () =>
      wired.get(ExchangeRatesRepository).insert(fresh, { ...rate, id: newId(), baseCurrency: 'KRW' }),
    );
    expect(await heldBy()).toEqual(['BUYERS', 'GRADING_RULES']); // a rate into another currency holds nothing
    await wired.db.unitOfWork.run(fresh, () =>
      wired.get(ExchangeRatesRepository).insert(fresh, { ...rate, id: newId(), baseCurrency: 'USD' }),
    );
    expect(await heldBy()).toEqual(['EXCHANGE_RATES', 'BUYERS', 'GRADING_RULES']);
  });

  it('is held by records that the caller does not see', async () => {
    const scoped = { ...memberContext(a, 'viewer'), ownRecordsOf: a.viewerId };
    const outcome = await wired.get(ChangeWorkspaceUseCase).execute(scoped, { baseCurrency: 'KRW' });
    expect(isRefused(outcome) && outcome.refusal).toBeInstanceOf(CurrencyInUse);
  });
});
