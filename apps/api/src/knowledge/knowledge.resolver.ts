import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { RemoveResult } from '../platform/graphql/removed.type.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { KnowledgeArgs, KnowledgeFields, KnowledgeFilter } from './knowledge-entry.input.ts';
import {
  KnowledgeCategory,
  KnowledgeEntry,
  KnowledgeEntryConnection,
  KnowledgeStarter,
  SaveKnowledgeResult,
} from './knowledge-entry.model.ts';
import {
  queryKnowledgeCategories,
  queryKnowledgeEntries,
  queryKnowledgeEntry,
  queryKnowledgeStarters,
} from './list-knowledge.query.ts';
import { SaveKnowledgeUseCase } from './save-knowledge.use-case.ts';

/** The knowledge base: what drafts may cite. */
@Resolver(() => KnowledgeEntry)
export class KnowledgeResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveKnowledge: SaveKnowledgeUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => KnowledgeEntry, { nullable: true, description: 'One entry; null when there is none with this id.' })
  @Allow('knowledge:read')
  knowledgeEntry(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<KnowledgeEntry | null> {
    return queryKnowledgeEntry(this.database, ctx, id, this.clock.now());
  }

  @Query(() => KnowledgeEntryConnection, { description: 'Entries of the knowledge base, by code.' })
  @Allow('knowledge:read')
  knowledgeEntries(
    @Ctx() ctx: RequestContext,
    @Args() { filter, ...page }: KnowledgeArgs,
  ): Promise<KnowledgeEntryConnection> {
    return queryKnowledgeEntries(this.database, ctx, page, filter ?? new KnowledgeFilter(), this.clock.now());
  }

  @Query(() => [KnowledgeCategory], { description: 'Categories in use, by name.' })
  @Allow('knowledge:read')
  knowledgeCategories(@Ctx() ctx: RequestContext): Promise<KnowledgeCategory[]> {
    return queryKnowledgeCategories(this.database, ctx);
  }

  @Query(() => [KnowledgeStarter], { description: 'The ten questions that a knowledge base begins with.' })
  @Allow('knowledge:read')
  knowledgeStarters(@Ctx() ctx: RequestContext): Promise<KnowledgeStarter[]> {
    return queryKnowledgeStarters(this.database, ctx);
  }

  @Mutation(() => SaveKnowledgeResult, { description: 'Adds an entry; the next draft may cite it.' })
  @Allow('knowledge:write')
  async createKnowledgeEntry(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'Made by the client; sending it again makes nothing more.' }, UuidPipe)
    id: string,
    @Args('fields', { description: 'The content.' }) fields: KnowledgeFields,
  ): Promise<typeof SaveKnowledgeResult> {
    return unwrap(await this.saveKnowledge.create(ctx, id, fields));
  }

  @Mutation(() => SaveKnowledgeResult, { description: 'Replaces the content of an entry as its next version.' })
  @Allow('knowledge:write')
  async updateKnowledgeEntry(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The entry.' }, UuidPipe) id: string,
    @Args('version', { type: () => Int, description: 'The version that was edited.' }) version: number,
    @Args('fields', { description: 'The content.' }) fields: KnowledgeFields,
  ): Promise<typeof SaveKnowledgeResult> {
    return unwrap(await this.saveKnowledge.update(ctx, id, version, fields));
  }

  @Mutation(() => RemoveResult, { description: 'Removes an entry; drafts that cited it keep their quotation.' })
  @Allow('knowledge:write')
  async removeKnowledgeEntry(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The entry.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    return unwrap(await this.saveKnowledge.remove(ctx, id));
  }
}
