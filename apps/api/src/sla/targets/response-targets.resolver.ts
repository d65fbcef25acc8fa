import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import {
  PreviewResponseTargetsResult,
  ResponseTargets,
  ResponseTargetsInput,
  SaveResponseTargetsResult,
} from './response-targets.model.ts';
import { queryResponseTargets } from './response-targets.query.ts';
import { SaveResponseTargetsUseCase } from './save-response-targets.use-case.ts';

/** What the team promises itself. */
@Resolver(() => ResponseTargets)
export class ResponseTargetsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveTargets: SaveResponseTargetsUseCase,
  ) {}

  @Query(() => ResponseTargets, { description: 'The response targets that stand.' })
  @Allow('channel:read')
  responseTargets(@Ctx() ctx: RequestContext): Promise<ResponseTargets> {
    return queryResponseTargets(this.database, ctx);
  }

  @Query(() => PreviewResponseTargetsResult, {
    description: 'What saving these targets would do to the inquiries that wait.',
  })
  @Allow('policy:manage')
  async previewResponseTargets(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The targets.' }) input: ResponseTargetsInput,
  ): Promise<typeof PreviewResponseTargetsResult> {
    return unwrap(await this.saveTargets.preview(ctx, input));
  }

  @Mutation(() => SaveResponseTargetsResult, {
    description:
      'Saves a new version; inquiries that wait get the due time of the new targets, closed ones keep theirs.',
  })
  @Allow('policy:manage')
  async saveResponseTargets(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The targets.' }) input: ResponseTargetsInput,
  ): Promise<typeof SaveResponseTargetsResult> {
    return unwrap(await this.saveTargets.execute(ctx, input));
  }
}
