import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { fillMacro } from '@dangol/crm';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { RemoveResult } from '../platform/graphql/removed.type.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { macroValues, queryMacroFacts } from './macro-facts.query.ts';
import { SaveMacroInput } from './macro.input.ts';
import { FilledMacro, FillMacroResult, Macro, SaveMacroResult } from './macro.model.ts';
import { queryMacros } from './macros.query.ts';
import { SaveMacroUseCase } from './save-macro.use-case.ts';

/** Prepared replies. */
@Resolver(() => Macro)
export class MacrosResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveMacros: SaveMacroUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => [Macro], { description: 'The macros by name: those on offer, or the archived ones.' })
  @Allow('inbox:read')
  macros(
    @Ctx() ctx: RequestContext,
    @Args('archived', { defaultValue: false, description: 'The archived ones instead.' }) archived: boolean,
  ): Promise<Macro[]> {
    return queryMacros(this.database, ctx, { archived }, this.clock.now());
  }

  @Query(() => FillMacroResult, {
    description: "Fills a macro for a conversation, in the language of the thread, else the buyer's, else its first.",
  })
  @Allow('inbox:read')
  async fillMacro(
    @Ctx() ctx: RequestContext,
    @Args('macroId', { type: () => ID, description: 'The macro.' }, UuidPipe) macroId: string,
    @Args('conversationId', { type: () => ID, description: 'The conversation.' }, UuidPipe) conversationId: string,
  ): Promise<typeof FillMacroResult> {
    const facts = await queryMacroFacts(this.database, ctx, { macroId, conversationId });
    if (!facts) return new NotFound();
    const values = macroValues(facts, ctx.member?.name ?? null, this.clock.now());
    return Object.assign(new FilledMacro(), { macroId, ...fillMacro(facts.texts, facts.language, values) });
  }

  @Mutation(() => SaveMacroResult, { description: 'Makes a macro, changes it, or brings it back from the archive.' })
  @Allow('knowledge:write')
  async saveMacro(@Ctx() ctx: RequestContext, @Args('input') input: SaveMacroInput): Promise<typeof SaveMacroResult> {
    const outcome = await this.saveMacros.execute(ctx, input);
    if (isRefused(outcome)) return outcome.refusal;
    return (await queryMacros(this.database, ctx, { id: outcome.macroId }, this.clock.now()))[0]!;
  }

  @Mutation(() => RemoveResult, { description: 'Archives a macro: it is offered to nobody; saving it brings it back.' })
  @Allow('knowledge:write')
  async archiveMacro(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The macro.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    return unwrap(await this.saveMacros.archive(ctx, id));
  }
}
