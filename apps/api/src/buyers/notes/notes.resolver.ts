import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { RemoveResult, Removed } from '../../platform/graphql/removed.type.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { Member, queryMember } from '../../workspaces/index.ts';
import { BuyerNote, NoteResult, SaveNoteInput } from './note.model.ts';
import { WriteNoteUseCase } from './write-note.use-case.ts';

/** Notes on buyers. */
@Resolver(() => BuyerNote)
export class NotesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly writeNote: WriteNoteUseCase,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who wrote it.' })
  author(@Ctx() ctx: RequestContext, @Parent() note: BuyerNote): Promise<Member | null> {
    return queryMember(this.database, ctx, note.authorId);
  }

  @Mutation(() => NoteResult, { description: 'Writes or changes a note on a buyer.' })
  @Allow('inbox:note')
  async saveBuyerNote(@Ctx() ctx: RequestContext, @Args('input') input: SaveNoteInput): Promise<typeof NoteResult> {
    return unwrap(await this.writeNote.write(ctx, input));
  }

  @Mutation(() => RemoveResult, { description: 'Removes a note of the caller.' })
  @Allow('inbox:note')
  async deleteBuyerNote(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The note.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    const outcome = await this.writeNote.remove(ctx, id);
    return isRefused(outcome) ? outcome.refusal : new Removed(outcome);
  }

  @Mutation(() => NoteResult, { description: "Opens another member's private note; that it was opened is recorded." })
  @Allow('note:read-private')
  async readPrivateNote(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The note.' }, UuidPipe) id: string,
  ): Promise<typeof NoteResult> {
    return unwrap(await this.writeNote.readPrivate(ctx, id));
  }
}
