import { newId } from '../ids.ts';
import type { OpenUnit } from './open-unit.ts';
import type { TenantContext } from './tenant-context.ts';
import type { TenantDatabase } from './tenant-database.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The channel of NOTIFY that carries the id of a workspace with new events. */
export const EVENTS_CHANNEL = 'dangol_events';

/** Something that happened, to be appended to the workspace's log. */
export interface NewEvent {
  verb: string;
  subjectKind: string;
  subjectId: string;
  buyerId?: string | null;
  conversationId?: string | null;
  data?: Record<string, unknown>;
  /** When it happened; the clock's now when left out. */
  at?: Date;
}

/** An event as readers get it; positions of a workspace are 1, 2, 3, ... in the order of the commits. */
export interface StoredEvent {
  id: string;
  position: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  verb: string;
  subjectKind: string;
  subjectId: string;
  buyerId: string | null;
  conversationId: string | null;
  data: Record<string, unknown>;
}

type BufferedEvent = Omit<StoredEvent, 'position' | 'at'> & { at: string };

// One statement: the row lock on the workspace that it takes is held only until the commit that follows, and gives positions
// in commit order without gaps; a rollback gives them back.
const WRITE = `
  with counter as (
    update workspaces set last_event_position = last_event_position + json_array_length($2::json)
    where id = $1::uuid returning last_event_position - json_array_length($2::json) as before)
  insert into events (workspace_id, id, position, at, actor_kind, actor_id, verb, subject_kind, subject_id, buyer_id, conversation_id, data)
  select $1::uuid, e."id", counter.before + e.ordinality, e."at", e."actorKind", e."actorId", e."verb", e."subjectKind", e."subjectId",
    e."buyerId", e."conversationId", e."data"
  from counter, rows from (json_to_recordset($2::json) as ("id" uuid, "at" timestamptz, "actorKind" text, "actorId" uuid, "verb" text,
    "subjectKind" text, "subjectId" uuid, "buyerId" uuid, "conversationId" uuid, "data" jsonb)) with ordinality
    as e ("id", "at", "actorKind", "actorId", "verb", "subjectKind", "subjectId", "buyerId", "conversationId", "data", ordinality)`;

const READ_AFTER = `
  select id, position::text as position, at, actor_kind as "actorKind", actor_id as "actorId", verb, subject_kind as "subjectKind",
    subject_id as "subjectId", buyer_id as "buyerId", conversation_id as "conversationId", data
  from events where workspace_id = $1 and position > $2::bigint order by events.position limit $3`;

/** The append-only log of a workspace: timeline, audit, live updates and outgoing webhooks read it. */
export class EventLog {
  private readonly buffers = new WeakMap<OpenUnit, BufferedEvent[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly clock: { now(): Date },
  ) {}

  /** Adds an event to the open unit: written with it as its last step, or dropped with it. Throws NoUnitOfWork outside one. */
  append(ctx: TenantContext, event: NewEvent): void {
    const unit = this.unitOfWork.require(ctx);
    this.bufferOf(unit).push({
      id: newId(),
      at: (event.at ?? this.clock.now()).toISOString(),
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      verb: event.verb,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      buyerId: event.buyerId ?? null,
      conversationId: event.conversationId ?? null,
      data: event.data ?? {},
    });
  }

  /** The events after `position` ('0' for all), oldest first; no event with a lower position can appear later. */
  readAfter(ctx: TenantContext, position: string, limit: number): Promise<StoredEvent[]> {
    return this.database.query<StoredEvent>(ctx, READ_AFTER, [ctx.workspaceId, position, limit], {
      name: 'events-read-after',
    });
  }

  private bufferOf(unit: OpenUnit): BufferedEvent[] {
    const known = this.buffers.get(unit);
    if (known) return known;
    const buffer: BufferedEvent[] = [];
    this.buffers.set(unit, buffer);
    unit.beforeCommit.push(async () => {
      const values = [unit.workspaceId, JSON.stringify(buffer)];
      const written = await unit.inTurn((client) => client.query(WRITE, values));
      if (written.rowCount !== buffer.length)
        throw new Error(`There is no workspace ${unit.workspaceId} to log events of`);
    });
    // After the commit and on its own: NOTIFY inside the transaction would make all commits of the server queue up.
    unit.onCommitted.push(async () => {
      await unit.inTurn((client) => client.query('select pg_notify($1, $2)', [EVENTS_CHANNEL, unit.workspaceId]));
    });
    return buffer;
  }
}
