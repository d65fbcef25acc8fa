import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefused, TenantDatabase } from '@dangol/db';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ChangeMemberResult, queryMember } from '../workspaces/index.ts';
import { AssignUnownedUseCase } from './assign-unowned.use-case.ts';
import {
  AssignedBuyers,
  AssignmentRules,
  AssignmentRulesInput,
  OwnerSuggestion,
  SaveAssignmentRulesResult,
} from './assignment-rules.model.ts';
import { loadAssignmentRules } from './load-assignment-rules.ts';
import { loadWorkload } from './load-workload.ts';
import { SaveAssignmentRulesUseCase } from './save-assignment-rules.use-case.ts';
import { SetMemberCapacityUseCase } from './set-member-capacity.use-case.ts';
import { SuggestOwnerUseCase } from './suggest-owner.use-case.ts';
import { Workload } from './workload.model.ts';

@ArgsType()
class WorkloadArgs {
  @Field(() => Int, { defaultValue: 30, description: 'Days of the period, today included, 1 to 366.' })
  @IsInt()
  @Min(1)
  @Max(366)
  days!: number;
}

@ArgsType()
class CapacityArgs {
  @Field(() => ID, { description: 'The member.' })
  @IsUUID()
  memberId!: string;

  @Field(() => Int, { nullable: true, description: 'Buyers the member may own, 0 to 10,000; null: the default.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  capacity?: number | null;
}

/** Who serves whom, and what it costs. */
@Resolver()
export class ResourcesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveRules: SaveAssignmentRulesUseCase,
    private readonly suggestOwner: SuggestOwnerUseCase,
    private readonly assign: AssignUnownedUseCase,
    private readonly setCapacity: SetMemberCapacityUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => AssignmentRules, { description: 'The rules by which buyers get their owners.' })
  @Allow('report:read')
  assignmentRules(@Ctx() ctx: RequestContext): Promise<AssignmentRules> {
    return loadAssignmentRules(this.database, ctx);
  }

  @Query(() => OwnerSuggestion, {
    nullable: true,
    description:
      'Whom the rules name for a buyer as loads stand now, whoever owns it; null when there is no such buyer.',
  })
  @Allow('buyer:write')
  async ownerSuggestion(
    @Ctx() ctx: RequestContext,
    @Args('buyerId', { type: () => ID, description: 'The buyer.' }, UuidPipe) buyerId: string,
  ): Promise<OwnerSuggestion | null> {
    const named = await this.suggestOwner.execute(ctx, buyerId);
    if (!named) return null;
    const member = named.memberId ? await queryMember(this.database, ctx, named.memberId) : null;
    return { member, reason: named.reason };
  }

  @Query(() => Workload, {
    description:
      'Buyers, waiting conversations, replies and hours per member, and hours beside revenue per grade. Hours are estimated from acts, not measured.',
  })
  @Allow('report:read')
  workload(@Ctx() ctx: RequestContext, @Args() { days }: WorkloadArgs): Promise<Workload> {
    return loadWorkload(this.database, ctx, days, this.clock.now());
  }

  @Mutation(() => SaveAssignmentRulesResult, {
    description: 'Saves a new version of the assignment rules. Owners stay; the rules decide about buyers to come.',
  })
  @Allow('policy:manage')
  async saveAssignmentRules(
    @Ctx() ctx: RequestContext,
    @Args('input') input: AssignmentRulesInput,
  ): Promise<typeof SaveAssignmentRulesResult> {
    const outcome = await this.saveRules.execute(ctx, input);
    return isRefused(outcome) ? outcome.refusal : loadAssignmentRules(this.database, ctx);
  }

  @Mutation(() => ChangeMemberResult, {
    description: 'Sets how many buyers a member may own. Nobody loses a buyer by it; 0 gives the member no more.',
  })
  @Allow('member:manage')
  async setMemberCapacity(
    @Ctx() ctx: RequestContext,
    @Args() { memberId, capacity }: CapacityArgs,
  ): Promise<typeof ChangeMemberResult> {
    return unwrap(await this.setCapacity.execute(ctx, memberId, capacity ?? null));
  }

  @Mutation(() => AssignedBuyers, {
    description: 'Gives every unowned buyer to whom the rules name, best grades first; up to 10,000 at once.',
  })
  @Allow('policy:manage')
  assignUnowned(@Ctx() ctx: RequestContext): Promise<AssignedBuyers> {
    return this.assign.execute(ctx);
  }
}
