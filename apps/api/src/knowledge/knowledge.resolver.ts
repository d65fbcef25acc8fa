import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { queryKnowledgeEntry } from './knowledge-entries.query.ts';
import { KnowledgeEntry } from './knowledge-entry.model.ts';

/** The knowledge base, as far as a citation opens it. */
@Resolver(() => KnowledgeEntry)
export class KnowledgeResolver {
  constructor(private readonly database: TenantDatabase) {}

  @Query(() => KnowledgeEntry, { nullable: true, description: 'One entry; null when there is none with this id.' })
  @Allow('knowledge:read')
  knowledgeEntry(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<KnowledgeEntry | null> {
    return queryKnowledgeEntry(this.database, ctx, id);
  }
}
