import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { IsIn, IsOptional } from 'class-validator';
import { queryBuyerRows } from '../buyers/index.ts';
import { Channel, queryChannels } from '../channels/index.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { PageArgs, toConnection } from '../platform/graphql/connection.ts';
import { Member, queryMember } from '../workspaces/index.ts';
import {
  Import,
  ImportDependent,
  ImportPreview,
  type ImportRow,
  ImportRowConnection,
  ImportRowStateEnum,
  type ImportMatch,
} from './import.model.ts';
import { ImportSaved } from './import.input.ts';
import { queryImport, queryImportRows, querySameFile } from './imports.query.ts';
import { maySeeCells } from './may-see-cells.ts';
import { UndoImportUseCase, isIn, mayUndo } from './undo-import.use-case.ts';

@ArgsType()
class ImportRowsArgs extends PageArgs {
  @Field(() => ImportRowStateEnum, { nullable: true, description: 'Only rows of this state.' })
  @IsOptional()
  @IsIn(Object.values(ImportRowStateEnum))
  state?: string | null;
}

/** What an import shows beside its own row. */
@Resolver(() => Import)
export class ImportPartsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly undo: UndoImportUseCase,
  ) {}

  @ResolveField(() => Channel, { nullable: true, description: 'The channel that ids and messages belong to.' })
  async channel(@Ctx() ctx: RequestContext, @Parent() { stored }: Import): Promise<Channel | null> {
    if (!stored.channelId) return null;
    const channels = await queryChannels(this.database, ctx);
    return channels.find(({ id }) => id === stored.channelId) ?? null;
  }

  @ResolveField(() => ImportPreview, { description: 'What running would do, once checked.' })
  async preview(@Ctx() ctx: RequestContext, @Parent() { stored }: Import): Promise<ImportPreview> {
    const { matched, examples, ...sums } = stored.preview;
    const ids = examples.map(({ buyerId }) => buyerId);
    const sees = maySeeCells(ctx, stored) && ctx.permissions.has('buyer:read');
    const rows = sees ? await queryBuyerRows(this.database, ctx, ids) : new Map();
    return {
      ...sums,
      matchedByExternalId: matched.external_id,
      matchedByEmail: matched.email,
      matchedByPhone: matched.phone,
      matchedByName: matched.name,
      examples: examples.flatMap(({ buyerId, ...match }): ImportMatch[] => {
        const buyer = rows.get(buyerId);
        return buyer ? [{ ...match, buyer }] : [];
      }),
    };
  }

  @ResolveField(() => Import, { nullable: true, description: 'The same content was brought in before by this one.' })
  sameFileAs(@Ctx() ctx: RequestContext, @Parent() { stored }: Import): Promise<Import | null> {
    return querySameFile(this.database, ctx, stored);
  }

  @ResolveField(() => ImportRowConnection, {
    description: 'Kept rows, by number; none for callers who may not see what the file holds.',
  })
  async rows(
    @Ctx() ctx: RequestContext,
    @Parent() { id, stored }: Import,
    @Args() { state, ...page }: ImportRowsArgs,
  ): Promise<ImportRowConnection> {
    if (!maySeeCells(ctx, stored)) return { ...toConnection<ImportRow>([], page, () => ''), totalCount: 0 };
    return queryImportRows(this.database, ctx, id, page, state ?? null);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who sent the file; null for a key.' })
  async startedBy(@Ctx() ctx: RequestContext, @Parent() { stored }: Import): Promise<Member | null> {
    return stored.startedBy ? queryMember(this.database, ctx, stored.startedBy) : null;
  }

  @ResolveField(() => [ImportDependent], { description: 'What keeps it from being undone.' })
  dependents(@Ctx() ctx: RequestContext, @Parent() { stored }: Import): Promise<ImportDependent[]> {
    return this.undo.dependents(ctx, stored);
  }

  @ResolveField(() => Boolean, { description: 'The caller can undo it now.' })
  async canUndo(@Ctx() ctx: RequestContext, @Parent() { stored }: Import): Promise<boolean> {
    return isIn(stored) && mayUndo(ctx, stored) && (await this.undo.dependents(ctx, stored)).length === 0;
  }
}

/** The import behind an outcome, as it is after the change. */
@Resolver(() => ImportSaved)
export class ImportSavedResolver {
  constructor(private readonly database: TenantDatabase) {}

  @ResolveField(() => Import, { name: 'import', description: 'The import as it is now.' })
  async saved(@Ctx() ctx: RequestContext, @Parent() { importId }: ImportSaved): Promise<Import> {
    const found = await queryImport(this.database, ctx, importId);
    if (!found) throw new Error('An import that was just changed is gone');
    return found;
  }
}
