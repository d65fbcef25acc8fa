import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ArchiveImport, ArchiveReadiness } from './archive-import.model.ts';
import { queryArchiveImport } from './archive-imports.query.ts';
import { readCatalogue } from './catalogue/read-catalogue.ts';
import { queryWorkspaceContents } from './reading/workspace-contents.query.ts';

/** Archives that come in. */
@Resolver(() => ArchiveImport)
export class ArchivesResolver {
  constructor(private readonly database: TenantDatabase) {}

  @Query(() => ArchiveImport, {
    nullable: true,
    description: 'An archive on its way in; null when there is none with this id.',
  })
  @Allow('workspace:archive')
  archiveImport(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The archive.' }, UuidPipe) id: string,
  ): Promise<ArchiveImport | null> {
    return queryArchiveImport(this.database, ctx, id);
  }

  @Query(() => ArchiveReadiness, { description: 'Whether an archive can be brought in here.' })
  @Allow('workspace:archive')
  async archiveReadiness(@Ctx() ctx: RequestContext): Promise<ArchiveReadiness> {
    const run = <Row>(sql: string, params: readonly unknown[] = []) => this.database.query<Row>(ctx, sql, params);
    const inTheWay = await queryWorkspaceContents(run, await readCatalogue(run), ctx.workspaceId);
    return { inTheWay: [...inTheWay], last: await queryArchiveImport(this.database, ctx, null) };
  }
}
