import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { JsonScalar } from '../../platform/graphql/scalars.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import {
  GradingPreviewResult,
  GradingRulesSaved,
  GradingRulesVersion,
  InvalidRules,
  SaveGradingRulesResult,
} from './grading-rules.model.ts';
import { queryGradingPreview, queryGradingRules } from './grading-rules.query.ts';
import { SaveGradingRulesUseCase } from './save-grading-rules.use-case.ts';

/** The rules by which buyers are graded. */
@Resolver()
export class GradingRulesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveGradingRulesUseCase: SaveGradingRulesUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => [GradingRulesVersion], { description: 'Every version of the grading rules, newest first.' })
  @Allow('buyer:read')
  gradingRules(@Ctx() ctx: RequestContext): Promise<GradingRulesVersion[]> {
    return queryGradingRules(this.database, ctx);
  }

  @Mutation(() => GradingPreviewResult, { description: 'What saving these rules would change. Changes nothing.' })
  @Allow('grading:manage')
  async previewGradingRules(
    @Ctx() ctx: RequestContext,
    @Args('rules', { type: () => JsonScalar }) rules: unknown,
  ): Promise<typeof GradingPreviewResult> {
    const checked = await this.saveGradingRulesUseCase.check(ctx, rules, 0); // a preview has no version
    if (checked instanceof InvalidRules) return checked;
    return queryGradingPreview(this.database, ctx, checked, this.clock.now());
  }

  @Mutation(() => SaveGradingRulesResult, {
    description: 'Saves rules as the next version and grades everyone by them.',
  })
  @Allow('grading:manage')
  async saveGradingRules(
    @Ctx() ctx: RequestContext,
    @Args('rules', { type: () => JsonScalar }) rules: unknown,
    @Args('basedOn', { type: () => Int, description: 'Version that the editor showed.' }) basedOn: number,
  ): Promise<typeof SaveGradingRulesResult> {
    const outcome = await this.saveGradingRulesUseCase.execute(ctx, rules, basedOn);
    if (isRefused(outcome)) return outcome.refusal;
    const versions = await queryGradingRules(this.database, ctx);
    return new GradingRulesSaved(
      versions.find(({ version }) => version === outcome.version)!,
      outcome.changed,
    );
  }
}
