import { SAMPLE_STAGES, nextSampleStages } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { SampleStageEnum } from '../pipeline/index.ts';
import { toConnection } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import type { SampleFilter } from './sample.input.ts';
import { SampleRequest, type SampleConnection, type SampleItem } from './sample.model.ts';
import { SAMPLE_COLUMNS, SAMPLE_JOINS } from './sample-row.sql.ts';

const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

type StageTimes = Record<`${(typeof SAMPLE_STAGES)[number]}At`, Date | null>;
type StoredItem = Omit<SampleItem, 'amount'> & { amountMinor: string };
type SampleRow = Omit<SampleRequest, 'items' | 'nextStages' | 'reached'> &
  StageTimes & { items: StoredItem[]; currency: string };

/** One page of samples, newest first. */
export async function querySamples(
  database: TenantDatabase,
  ctx: TenantContext,
  page: { first: number; after?: string },
  filter: SampleFilter,
): Promise<SampleConnection> {
  const after = page.after ? decodeCursor(page.after, CURSOR) : null;
  const { sql, params } = samplesStatement(ctx.workspaceId, filter, after, page.first + 1);
  const rows = await database.query<SampleRow>(
    ctx,
    `select ${SAMPLE_COLUMNS} from (${sql}) s ${SAMPLE_JOINS} order by s.requested_at desc, s.id desc`,
    params,
  );
  return toConnection(rows.map(toSample), page, (sample) =>
    encodeCursor([(sample.requestedAt as Date).toISOString(), sample.id]),
  );
}

/** The stored rows of a list of samples, newest first; all of them without `limit`, as an export wraps them. */
export function samplesStatement(
  workspaceId: string,
  filter: SampleFilter,
  after: readonly [requestedAt: string, id: string] | null = null,
  limit: number | null = null,
): { sql: string; params: unknown[] } {
  const sql = `
       select * from sample_requests s
       where s.workspace_id = $1 and ($2::timestamptz is null or (s.requested_at, s.id) < ($2, $3::uuid))
         and ($4::text[] is null or s.stage = any ($4)) and ($5::text[] is null or s.grade_at_request = any ($5))
         and ($6::uuid is null or s.buyer_id = $6) and ($7::boolean is null or (s.stage not in ('converted', 'dropped')) = $7)
       order by s.requested_at desc, s.id desc limit $8`;
  const params = [
    ...[workspaceId, after?.[0] ?? null, after?.[1] ?? null],
    filter.stage?.length ? filter.stage : null,
    filter.grade?.length ? filter.grade : null,
    filter.buyerId ?? null,
    filter.open ?? null,
    limit,
  ];
  return { sql, params };
}

/** One sample; null when there is none. */
export async function querySample(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string,
): Promise<SampleRequest | null> {
  const [row] = await database.query<SampleRow>(
    ctx,
    `select ${SAMPLE_COLUMNS} from sample_requests s ${SAMPLE_JOINS} where s.workspace_id = $1 and s.id = $2`,
    [ctx.workspaceId, id],
  );
  return row ? toSample(row) : null;
}

function toSample({ items, currency, ...row }: SampleRow): SampleRequest {
  const reached = SAMPLE_STAGES.flatMap((stage) => {
    const at = row[`${stage}At`];
    return at ? [{ stage: stage as SampleStageEnum, at }] : [];
  });
  return Object.assign(new SampleRequest(), row, {
    items: items.map(({ amountMinor, ...item }) => ({ ...item, amount: { minor: amountMinor, currency } })),
    nextStages: nextSampleStages(row.stage) as SampleStageEnum[],
    reached,
  });
}
