import { defaultGradingRules, GRADED_CURRENCIES, type GradedCurrency, type GradingRules } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { isDeepStrictEqual } from 'node:util';
import { WorkspaceSettings, type CurrencyHolder } from './workspace-settings.model.ts';

interface Row extends Omit<WorkspaceSettings, 'currencyHeldBy' | 'currencies'> {
  heldBy: Record<Exclude<CurrencyHolder, 'GRADING_RULES'>, boolean>;
  rules: GradingRules | null;
}

/** The settings, with what keeps the base currency. Ask with the whole workspace: a row that the caller cannot see holds it too. */
export async function queryWorkspaceSettings(database: TenantDatabase, ctx: TenantContext): Promise<WorkspaceSettings> {
  const [row] = await database.query<Row>(
    ctx,
    `select w.id, w.name, w.language, w.time_zone as "timeZone", w.base_currency as "baseCurrency", w.undo_send_seconds as "undoSendSeconds",
       json_build_object(
         'ORDERS', exists (select from orders o where o.workspace_id = w.id),
         'SAMPLES', exists (select from sample_requests s where s.workspace_id = w.id),
         'EXCHANGE_RATES', exists (select from exchange_rates r where r.workspace_id = w.id and r.base_currency = w.base_currency),
         'BUYERS', exists (select from buyers b where b.workspace_id = w.id and b.annual_purchase_minor is not null),
         'SAMPLE_BUDGET', exists (select from sample_policies p where p.workspace_id = w.id and p.policy ->> 'monthlyBudgetMinor' is not null)
       ) as "heldBy",
       (select g.rules from grading_rules g where g.workspace_id = w.id order by g.version desc limit 1) as rules
     from workspaces w where w.id = $1`,
    [ctx.workspaceId],
  );
  if (!row) throw new Error(`There is no workspace ${ctx.workspaceId}`);
  const { heldBy, rules, ...settings } = row;
  const holders = (Object.keys(heldBy) as (keyof typeof heldBy)[]).filter((holder) => heldBy[holder]);
  return Object.assign(new WorkspaceSettings(), settings, {
    currencyHeldBy: [...holders, ...(rules === null || areDefault(rules) ? [] : (['GRADING_RULES'] as const))],
    currencies: GRADED_CURRENCIES,
  });
}

/** A currency that a workspace may count in. */
export function isBaseCurrency(code: string): code is GradedCurrency {
  return (GRADED_CURRENCIES as readonly string[]).includes(code);
}

/** Default rules know what they are in another currency; amounts that somebody chose cannot be converted for them. */
function areDefault({ version: _version, ...rules }: GradingRules): boolean {
  if (!isBaseCurrency(rules.currency)) return false;
  const { version: _default, ...defaults } = defaultGradingRules(rules.currency);
  return isDeepStrictEqual(rules, defaults);
}
