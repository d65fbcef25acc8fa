import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import { SavedViewsRepository, TenantDatabase, UnitOfWork, refuse, type Refused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Removed } from '../platform/graphql/removed.type.ts';
import { LimitReached, NameTaken } from '../platform/graphql/shared-refusals.ts';
import { MOST_VIEWS, type SavedView, type SaveViewInput } from './saved-view.model.ts';
import { querySavedViews } from './saved-views.query.ts';

type SaveOutcome = SavedView | Refused<NameTaken | NotFound | LimitReached>;

/** Keeps the views that a member names, and drops them. Only the owner of a view changes it; sharing only shows it. */
@Injectable()
export class KeepViewUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly views: SavedViewsRepository,
    private readonly clock: Clock,
  ) {}

  keep(ctx: RequestContext, { id, screen, name, query, shared }: SaveViewInput): Promise<SaveOutcome> {
    const memberId = memberOf(ctx);
    const wanted = readName(name);
    return this.unitOfWork.run<SaveOutcome>(ctx, async () => {
      await this.lockViewsOf(ctx, memberId);
      const kept = await this.views.find(ctx, { memberId });
      const known = await this.views.findById(ctx, id);
      if (known && known.memberId !== memberId) return refuse(new NotFound());
      const on = known?.screen ?? screen;
      const same = (other: string): boolean => other.toLowerCase() === wanted.toLowerCase();
      if (kept.some((view) => view.id !== id && view.screen === on && same(view.name))) return refuse(new NameTaken());
      if (known) await this.views.update(ctx, id, { name: wanted, query, shared });
      else if (kept.length >= MOST_VIEWS) return refuse(new LimitReached(MOST_VIEWS));
      else
        await this.views.insert(ctx, {
          id,
          memberId,
          screen,
          name: wanted,
          query,
          shared,
          createdAt: this.clock.now(),
        });
      const [view] = await querySavedViews(this.database, ctx, memberId, { id });
      return view ?? refuse(new NotFound());
    });
  }

  remove(ctx: RequestContext, id: string): Promise<Removed | Refused<NotFound>> {
    const memberId = memberOf(ctx);
    return this.unitOfWork.run<Removed | Refused<NotFound>>(ctx, async () => {
      const known = await this.views.findById(ctx, id, { lock: true });
      if (known?.memberId !== memberId) return refuse(new NotFound());
      await this.views.delete(ctx, id);
      return new Removed(id);
    });
  }

  /** Two windows that save at once are counted, and compared by name, one after the other. */
  private async lockViewsOf(ctx: RequestContext, memberId: string): Promise<void> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('views:' || $1, 0))`, [memberId]);
  }
}

function memberOf(ctx: RequestContext): string {
  if (!ctx.member) throw new CodedError('FORBIDDEN', 'Views belong to members; an API key keeps none');
  return ctx.member.id;
}

function readName(name: string): string {
  const visible = visibleLine(name);
  if (visible) return visible;
  throw new CodedError('BAD_USER_INPUT', 'The name shows nothing', {
    fields: [{ path: 'name', rule: 'visible', message: 'must have something that can be seen' }],
  });
}
