import { Injectable } from '@nestjs/common';
import {
  BuyerNotesRepository,
  BuyersRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type Refused,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { CodedError } from '../../platform/errors/coded-error.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { queryNote } from './notes.query.ts';
import type { BuyerNote, SaveNoteInput } from './note.model.ts';

type Outcome = BuyerNote | Refused<NotFound>;

/** Writes, changes, removes and opens notes on a buyer. Only its author changes or removes a note. */
@Injectable()
export class WriteNoteUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly notes: BuyerNotesRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  write(ctx: RequestContext, { id, buyerId, text, private: isPrivate }: SaveNoteInput): Promise<Outcome> {
    const authorId = memberOf(ctx);
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const buyer = await this.buyers.findById(ctx, buyerId, { lock: true });
      const known = await this.notes.findById(ctx, id, { lock: true });
      if (!buyer || buyer.erasedAt) return refuse(new NotFound());
      if (known && (known.authorId !== authorId || known.buyerId !== buyerId)) return refuse(new NotFound());
      const now = this.clock.now();
      if (!known) {
        await this.notes.insert(ctx, { id, buyerId, authorId, text, private: isPrivate, createdAt: now });
        this.append(ctx, 'note.added', id, buyerId);
      } else if (known.text !== text || known.private !== isPrivate) {
        await this.notes.update(ctx, id, { text, private: isPrivate, editedAt: now });
        this.append(ctx, 'note.edited', id, buyerId);
      }
      return (await queryNote(this.database, ctx, authorId, id))!;
    });
  }

  remove(ctx: RequestContext, id: string): Promise<string | Refused<NotFound>> {
    return this.unitOfWork.run<string | Refused<NotFound>>(ctx, async () => {
      const note = await this.notes.findById(ctx, id, { lock: true });
      if (!note || note.authorId !== ctx.member?.id) return refuse(new NotFound());
      await this.notes.delete(ctx, id);
      this.append(ctx, 'note.removed', id, note.buyerId);
      return id;
    });
  }

  /** Opens another member's private note. That it was opened stays in the log (spec crm, Visibility and roles). */
  readPrivate(ctx: RequestContext, id: string): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const note = await this.notes.findById(ctx, id);
      const seen = note && (await queryNote(this.database, ctx, ctx.member?.id ?? null, id));
      if (!note || !seen) return refuse(new NotFound());
      if (!seen.hidden) return seen;
      this.append(ctx, 'note.private_read', id, note.buyerId);
      return Object.assign(seen, { hidden: false, text: note.text });
    });
  }

  private append(ctx: RequestContext, verb: string, noteId: string, buyerId: string): void {
    this.events.append(ctx, { verb, subjectKind: 'note', subjectId: noteId, buyerId });
  }
}

/** Notes have an author who can be asked; an API key cannot be. */
function memberOf(ctx: RequestContext): string {
  if (ctx.member) return ctx.member.id;
  throw new CodedError('FORBIDDEN', 'Notes are written by people, not by API keys');
}
