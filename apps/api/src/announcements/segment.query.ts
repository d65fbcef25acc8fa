import type { RecipientFacts } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { canSendSql } from '../channels/index.ts';

/** A buyer of a segment with what decides whether, where and how they are written to. */
export interface SegmentBuyer extends RecipientFacts {
  readonly id: string;
  readonly name: string;
  readonly language: string | null;
  /** The conversation last written in, on a channel that can send. */
  readonly conversationId: string | null;
}

/** A statement that answers ids of buyers, with its parameters; $1 is the workspace. */
export interface ChosenBuyers {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Up to `most` of the chosen buyers; erased ones are nobody to write to. */
export async function querySegment(
  database: TenantDatabase,
  ctx: TenantContext,
  chosen: ChosenBuyers,
  most: number,
): Promise<SegmentBuyer[]> {
  return database.query<SegmentBuyer>(
    ctx,
    `with chosen as materialized (${chosen.sql})
     select b.id, b.name, b.language, c.id as "conversationId", c.id is not null as reachable,
       exists (select from conversations w where w.workspace_id = $1 and w.buyer_id = b.id and w.status = 'waiting') as waiting,
       exists (select from (select distinct on (purpose) granted from buyer_consents k
         where k.workspace_id = $1 and k.buyer_id = b.id and k.purpose in ('messages', 'marketing')
         order by purpose, k.given_at desc, k.id desc) last where not last.granted) as refused
     from chosen join buyers b on b.workspace_id = $1 and b.id = chosen.id
     left join lateral (select c.id from conversations c join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
       where c.workspace_id = $1 and c.buyer_id = b.id and c.status <> 'spam' and h.status <> 'paused' and ${canSendSql('h')}
       order by c.last_message_at desc, c.id limit 1) c on true
     where b.erased_at is null order by b.grade_rank, b.level_rank, b.id limit ${most}`,
    chosen.params,
  );
}
