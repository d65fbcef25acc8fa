import { Injectable } from '@nestjs/common';
import { validateGradingRules, type GradingRules } from '@dangol/crm';
import {
  EventLog,
  GradingRulesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
  wholeWorkspace,
  type Refused,
  type TenantContext,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { RulesMoved } from '../../platform/graphql/shared-refusals.ts';
import { lockRules, queryCurrentRules } from './current-rules.query.ts';
import { InvalidRules } from './grading-rules.model.ts';
import { RegradeBuyersUseCase } from './regrade-buyers.use-case.ts';

/** The version made, and how many computed grades it changed. */
export type SaveRulesOutcome = { version: number; changed: number } | Refused<InvalidRules | RulesMoved>;

/** Saves a new version of the grading rules and grades every buyer by it, in one unit: no moment shows half of them. */
@Injectable()
export class SaveGradingRulesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly versions: GradingRulesRepository,
    private readonly regradeBuyers: RegradeBuyersUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** `basedOn` is the version that the editor showed. */
  execute(caller: TenantContext, rules: unknown, basedOn: number): Promise<SaveRulesOutcome> {
    const ctx = wholeWorkspace(caller); // rules are everybody's, whatever the caller may look at
    return this.unitOfWork.run<SaveRulesOutcome>(ctx, async () => {
      await lockRules(this.database, ctx, 'alone');
      const current = await queryCurrentRules(this.database, ctx);
      const checked = await this.check(ctx, rules, current.version + 1);
      if (checked instanceof InvalidRules) return refuse(checked);
      if (current.version !== basedOn) return refuse(new RulesMoved(current.version));
      const now = this.clock.now();
      const { version } = checked;
      const createdBy = ctx.actor.kind === 'member' ? ctx.actor.id : null;
      const id = newId();
      await this.versions.insert(ctx, { id, version, rules: checked, createdBy, createdAt: now });
      const moved = await this.regradeBuyers.execute(ctx, 'all', 'rules', now);
      const changed = moved.filter(({ from, to }) => from !== to).length;
      this.events.append(ctx, {
        verb: 'grading_rules.saved',
        subjectKind: 'grading_rules',
        subjectId: id,
        data: { version, changed },
      });
      return { version, changed };
    });
  }

  /** The rules as they would be saved under `version`, or what is wrong with them. */
  async check(ctx: TenantContext, rules: unknown, version: number): Promise<GradingRules | InvalidRules> {
    const [workspace] = await this.database.query<{ currency: string }>(
      ctx,
      `select base_currency as currency from workspaces where id = $1`,
      [ctx.workspaceId],
    );
    const problems = validateGradingRules(rules, workspace?.currency ?? '');
    return problems.length > 0 ? new InvalidRules(problems) : { ...(rules as GradingRules), version };
  }
}
