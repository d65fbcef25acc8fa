import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { decodeCursor } from '../platform/graphql/cursor.ts';
import { InboundMessage } from './inbound-message.model.ts';

type Row = Omit<InboundMessage, 'channel' | 'body'> & { body: Buffer };

const COLUMNS = `id, channel_id as "channelId", external_id as "externalId", status, problem_code as "problemCode", problem,
  substring(body for 80000) as body, received_at as "receivedAt", attempts`;
const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

/** Deliveries that wait for a person, newest first; one row more than `first`. */
export async function queryInboundExceptions(
  database: TenantDatabase,
  ctx: TenantContext,
  page: { first: number; after?: string },
): Promise<InboundMessage[]> {
  const [receivedAt, id] = page.after ? decodeCursor(page.after, CURSOR) : [null, null];
  const rows = await database.query<Row>(
    ctx,
    `select ${COLUMNS} from inbound_messages
     where workspace_id = $1 and status in ('failed', 'rejected')
       and ($2::timestamptz is null or (date_trunc('milliseconds', received_at), id) < ($2, $3::uuid))
     order by date_trunc('milliseconds', received_at) desc, id desc limit $4`,
    [ctx.workspaceId, receivedAt, id, page.first + 1],
  );
  return rows.map(toModel);
}

/** One delivery, whatever its status. */
export async function queryInboundMessage(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string,
): Promise<InboundMessage | null> {
  const [row] = await database.query<Row>(
    ctx,
    `select ${COLUMNS} from inbound_messages where workspace_id = $1 and id = $2`,
    [ctx.workspaceId, id],
  );
  return row ? toModel(row) : null;
}

function toModel(row: Row): InboundMessage {
  const body = new TextDecoder().decode(row.body).slice(0, 20_000).replaceAll('\u0000', '\uFFFD');
  return Object.assign(new InboundMessage(), row, { body });
}
