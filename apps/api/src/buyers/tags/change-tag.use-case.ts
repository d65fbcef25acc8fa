import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import { EventLog, TagsRepository, TenantDatabase, UnitOfWork, refuse, wholeWorkspace, type Refused } from '@dangol/db';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField, NameTaken } from '../../platform/graphql/shared-refusals.ts';
import { queryTag } from './list-tags.query.ts';
import { MAX_TAG_NAME } from './tag-buyer.use-case.ts';
import type { RenameTagInput } from './tag.input.ts';
import type { Tag } from './tag.model.ts';

type Renamed = Tag | Refused<NotFound | NameTaken | InvalidField>;

/** Renames and removes tags of the workspace. */
@Injectable()
export class ChangeTagUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly tags: TagsRepository,
    private readonly events: EventLog,
  ) {}

  rename(ctx: RequestContext, { id, name: entered }: RenameTagInput): Promise<Renamed> {
    return this.unitOfWork.run<Renamed>(ctx, async () => {
      const name = visibleLine(entered);
      if (!name || name.length > MAX_TAG_NAME)
        return refuse(new InvalidField('name', `A tag has 1 to ${MAX_TAG_NAME} characters that can be seen`));
      const tag = await this.tags.findById(ctx, id, { lock: true });
      if (!tag) return refuse(new NotFound());
      const others = await this.database.query(
        ctx,
        `select from tags where workspace_id = $1 and lower(name) = lower($2) and id <> $3`,
        [ctx.workspaceId, name, id],
      );
      if (others.length > 0) return refuse(new NameTaken());
      if (tag.name !== name) {
        await this.tags.update(ctx, id, { name });
        this.events.append(ctx, { verb: 'tag.renamed', subjectKind: 'tag', subjectId: id });
      }
      return (await queryTag(this.database, ctx, id))!;
    });
  }

  /** The tag goes from all buyers that have it. */
  remove(caller: RequestContext, id: string): Promise<string | Refused<NotFound>> {
    const ctx = wholeWorkspace(caller); // a tag is everybody's, whatever the caller may look at
    return this.unitOfWork.run<string | Refused<NotFound>>(ctx, async () => {
      if (!(await this.tags.findById(ctx, id, { lock: true }))) return refuse(new NotFound());
      const rows = await this.database.query(
        ctx,
        `delete from buyer_tags where workspace_id = $1 and tag_id = $2 returning id`,
        [ctx.workspaceId, id],
      );
      await this.tags.delete(ctx, id);
      this.events.append(ctx, {
        verb: 'tag.removed',
        subjectKind: 'tag',
        subjectId: id,
        data: { buyers: rows.length },
      });
      return id;
    });
  }
}
