import { Args, Resolver, Subscription } from '@nestjs/graphql';
import type { StoredEvent } from '@dangol/db';
import { Ctx } from '../context/request-context.ts';
import type { RequestContext } from '../context/request-context.ts';
import { BigIntScalar } from '../graphql/scalars.ts';
import { Allow } from '../permissions/allow.decorator.ts';
import { EventReader } from './event-reader.ts';
import { toWorkspaceEvent, WorkspaceEvent } from './workspace-event.model.ts';

/** Live updates. */
@Resolver(() => WorkspaceEvent)
export class WorkspaceEventsResolver {
  constructor(private readonly reader: EventReader) {}

  @Subscription(() => WorkspaceEvent, {
    resolve: toWorkspaceEvent,
    description:
      'Events of the workspace after `after` (or from now), in order, none skipped. Reconnect with the last position seen.',
  })
  @Allow('event:read')
  workspaceEvents(
    @Ctx() ctx: RequestContext,
    @Args('after', {
      type: () => BigIntScalar,
      nullable: true,
      description: 'Position of the last event already seen.',
    })
    after?: bigint | null,
  ): AsyncIterableIterator<StoredEvent> {
    return this.reader.follow(ctx, after?.toString() ?? null);
  }
}
