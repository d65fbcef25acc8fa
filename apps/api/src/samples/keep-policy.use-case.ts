import { Injectable } from '@nestjs/common';
import { DEFAULT_SAMPLE_POLICY, type SamplePolicy } from '@dangol/crm';
import {
  EventLog,
  SamplePoliciesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
  type Refused,
  type TenantContext,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { InvalidField, RulesMoved } from '../platform/graphql/shared-refusals.ts';
import type { SamplePolicyInput, SamplePolicyVersion } from './sample-policy.model.ts';
import { queryCurrentPolicy, queryPolicies, type StoredPolicy } from './sample-policy.query.ts';

/** Ten million of a currency with cents. */
const MOST_BUDGET_MINOR = 100_000_000_000n;

type Outcome = SamplePolicyVersion | Refused<RulesMoved | InvalidField>;

/** Keeps the versions of the sample policy. They are never changed: samples refer to theirs. */
@Injectable()
export class KeepPolicyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly policies: SamplePoliciesRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Saves the next version, unless somebody saved one meanwhile. */
  keep(ctx: RequestContext, input: SamplePolicyInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const invalid = invalidPolicy(input);
      if (invalid) return refuse(invalid);
      await this.lockPolicies(ctx);
      const { version } = await queryCurrentPolicy(this.database, ctx);
      if (version !== input.basedOn) return refuse(new RulesMoved(version));
      await this.ensure(ctx, this.clock.now());
      await this.insert(ctx, version + 1, ctx.member?.id ?? null, this.clock.now(), {
        buyerShare: { A: input.shareA, B: input.shareB, C: input.shareC },
        includeCourier: input.includeCourier,
        monthlyBudgetMinor: input.monthlyBudgetMinor ?? null,
        warnAtPercent: input.warnAtPercent,
      });
      const [saved] = await queryPolicies(this.database, ctx);
      return saved!;
    });
  }

  /** Id of the version that stands; a workspace that needs its first gets the default. Belongs into the caller's unit. */
  async ensure(ctx: TenantContext, now: Date): Promise<string> {
    const { id } = await queryCurrentPolicy(this.database, ctx);
    if (id) return id;
    await this.lockPolicies(ctx);
    const again = await queryCurrentPolicy(this.database, ctx);
    // Nobody chose it: whoever happens to need the first version did not save a policy.
    const house = { ...ctx, actor: { kind: 'system', id: null } } as const;
    return again.id ?? (await this.insert(house, 1, null, now, DEFAULT_SAMPLE_POLICY));
  }

  private async insert(
    ctx: TenantContext,
    version: number,
    createdBy: string | null,
    now: Date,
    { monthlyBudgetMinor, ...rest }: SamplePolicy,
  ): Promise<string> {
    const id = newId();
    const policy: StoredPolicy = { ...rest, monthlyBudgetMinor: monthlyBudgetMinor?.toString() ?? null };
    await this.policies.insert(ctx, { id, version, policy, createdBy, createdAt: now });
    const data = { version };
    this.events.append(ctx, { verb: 'sample_policy.saved', subjectKind: 'sample_policy', subjectId: id, data });
    return id;
  }

  private async lockPolicies(ctx: TenantContext): Promise<void> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('sample-policies:' || $1, 0))`, [
      ctx.workspaceId,
    ]);
  }
}

/** The first field that no policy can have, or null. */
function invalidPolicy(input: SamplePolicyInput): InvalidField | null {
  for (const field of ['shareA', 'shareB', 'shareC'] as const)
    if (input[field] < 0 || input[field] > 100) return new InvalidField(field, 'must be 0 to 100 percent');
  if (input.warnAtPercent < 1 || input.warnAtPercent > 100)
    return new InvalidField('warnAtPercent', 'must be 1 to 100 percent');
  const budget = input.monthlyBudgetMinor ?? 0n;
  if (budget < 0n || budget > MOST_BUDGET_MINOR)
    return new InvalidField('monthlyBudgetMinor', `must be 0 to ${MOST_BUDGET_MINOR}`);
  return null;
}
