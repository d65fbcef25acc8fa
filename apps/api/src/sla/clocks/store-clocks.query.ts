import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { BuyerDayChanges } from './plan-buyer-days.ts';
import { updateQueueStates, type QueueState } from './queue-state.query.ts';
import type { AlarmRow, InquiryRow, ResolutionRow } from './stored-clocks.ts';

/** What a derivation found out: of rows only those that differ from the stored ones. */
export interface ClockChanges {
  readonly inquiries: InquiryRow[];
  readonly goneInquiries: string[];
  readonly resolutions: ResolutionRow[];
  readonly goneResolutions: string[];
  readonly buyerDays: BuyerDayChanges['write'];
  readonly goneBuyerDays: string[];
  readonly alarms: (AlarmRow & { conversationId: string })[];
  /** Inquiries whose alarms have nothing more to say. */
  readonly quiet: string[];
  readonly states: QueueState[];
}

/** Nothing yet. */
export const noClockChanges = (): ClockChanges => ({
  inquiries: [],
  goneInquiries: [],
  resolutions: [],
  goneResolutions: [],
  buyerDays: [],
  goneBuyerDays: [],
  alarms: [],
  quiet: [],
  states: [],
});

/** A column, the property of the JSON object it is in, and its type; `ms` is an instant in milliseconds. */
type Column = readonly [
  column: string,
  property: string,
  type: 'uuid' | 'text' | 'date' | 'int' | 'bigint' | 'boolean' | 'ms',
];

const PLACE: readonly Column[] = [
  ['id', 'id', 'uuid'],
  ['conversation_id', 'conversationId', 'uuid'],
  ['channel_id', 'channelId', 'uuid'],
  ['buyer_id', 'buyerId', 'uuid'],
  ['opening_message_id', 'openingMessageId', 'uuid'],
  ['opened_at', 'openedMs', 'ms'],
];
const PROMISE: readonly Column[] = [
  ['status', 'status', 'text'],
  ['ended_at', 'endedMs', 'ms'],
  ['target_minutes', 'targetMinutes', 'int'],
  ['sla_policy_id', 'policyId', 'uuid'],
  ['business_calendar_id', 'calendarId', 'uuid'],
  ['due_at', 'dueMs', 'ms'],
  ['met', 'met', 'boolean'],
];
const INQUIRY: readonly Column[] = [
  ...PLACE,
  ...PROMISE,
  ['turn', 'turn', 'text'],
  ['first_ack_at', 'firstAckMs', 'ms'],
  ['first_response_message_id', 'responseMessageId', 'uuid'],
  ['first_response_member_id', 'responseMemberId', 'uuid'],
  ['response_business_seconds', 'businessSeconds', 'bigint'],
  ['response_wall_ms', 'wallMs', 'bigint'],
];
const RESOLUTION: readonly Column[] = [
  ...PLACE,
  ...PROMISE,
  ['business_seconds', 'businessSeconds', 'bigint'],
  ['paused_seconds', 'pausedSeconds', 'bigint'],
  ['wall_ms', 'wallMs', 'bigint'],
  ['running_since', 'runningSinceMs', 'ms'],
];
const BUYER_DAY: readonly Column[] = [
  ...PLACE,
  ['day', 'day', 'date'],
  ['responded_at', 'respondedMs', 'ms'],
  ['response_message_id', 'responseMessageId', 'uuid'],
  ['response_member_id', 'responseMemberId', 'uuid'],
  ['first_ack_at', 'firstAckMs', 'ms'],
  ['response_wall_ms', 'tookMs', 'bigint'],
  ['excluded', 'excluded', 'text'],
];
const QUEUE_STATE: readonly Column[] = [
  ['id', 'conversationId', 'uuid'],
  ['status', 'status', 'text'],
  ['waiting_since', 'waitingSinceMs', 'ms'],
  ['due_at', 'dueMs', 'ms'],
];

/** The rows of a JSON array, by column. */
function rowsOf(columns: readonly Column[], json: string): string {
  const types = columns.map(([, property, type]) => `"${property}" ${type === 'ms' ? 'bigint' : type}`);
  const values = columns.map(([column, property, type]) =>
    type === 'ms'
      ? `timestamptz 'epoch' + "${property}" * interval '1 millisecond' as ${column}`
      : `"${property}" as ${column}`,
  );
  return `select ${values.join(', ')} from json_to_recordset(${json}::json) r (${types.join(', ')})`;
}

function upsert(table: string, key: string, columns: readonly Column[], json: string, condition = ''): string {
  const names = columns.map(([column]) => column);
  const sets = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return `insert into ${table} (workspace_id, ${names.join(', ')}) select $1, x.* from (${rowsOf(columns, json)}) x
    on conflict (workspace_id, ${key}) do update set ${sets.join(', ')} ${condition}`;
}

const DAY = 'channel_id, buyer_id, day';
/** Two conversations of one buyer may be derived at once, each not seeing the other's message: the day is of the one that opens it. */
const OPENS_THE_DAY = `where buyer_days.conversation_id = excluded.conversation_id
  or (excluded.excluded is not null, excluded.opened_at, excluded.opening_message_id)
   < (buyer_days.excluded is not null, buyer_days.opened_at, buyer_days.opening_message_id)`;

const STORE = `
  with gone_inquiries as (delete from inquiries where workspace_id = $1 and id = any ($3::uuid[])),
  kept_inquiries as (${upsert('inquiries', 'id', INQUIRY, '$2')}),
  gone_resolutions as (delete from resolutions where workspace_id = $1 and id = any ($5::uuid[])),
  kept_resolutions as (${upsert('resolutions', 'id', RESOLUTION, '$4')}),
  gone_days as (delete from buyer_days where workspace_id = $1 and id = any ($8::uuid[])),
  certain_days as (${upsert('buyer_days', DAY, BUYER_DAY, '$6')}),
  contested_days as (${upsert('buyer_days', DAY, BUYER_DAY, '$7', OPENS_THE_DAY)}),
  quiet as (delete from clock_alarms where workspace_id = $1 and inquiry_id = any ($10::uuid[])),
  alarms as (
    insert into clock_alarms (workspace_id, id, conversation_id, inquiry_id, kind, at)
    select $1, gen_random_uuid(), "conversationId", "inquiryId", kind, timestamptz 'epoch' + "atMs" * interval '1 millisecond'
    from json_to_recordset($9::json) r ("conversationId" uuid, "inquiryId" uuid, kind text, "atMs" bigint)
    on conflict (workspace_id, inquiry_id, kind) do update set at = excluded.at,
      fired_at = case when excluded.at > $12 then null else clock_alarms.fired_at end)
  ${updateQueueStates(`(${rowsOf(QUEUE_STATE, '$11')})`)}`;

/** Writes what changed, and where the conversations stand in the queue, in one statement. */
export async function storeClocks(
  database: TenantDatabase,
  ctx: TenantContext,
  changes: ClockChanges,
  now: Date,
): Promise<void> {
  const days = changes.buyerDays.map((day) => ({
    ...day,
    tookMs: day.respondedMs === null ? null : Math.max(0, day.respondedMs - day.openedMs),
  }));
  await database.query(
    ctx,
    STORE,
    [
      ctx.workspaceId,
      JSON.stringify(changes.inquiries),
      changes.goneInquiries,
      JSON.stringify(changes.resolutions),
      changes.goneResolutions,
      JSON.stringify(days.filter(({ certain }) => certain)),
      JSON.stringify(days.filter(({ certain }) => !certain)),
      changes.goneBuyerDays,
      JSON.stringify(changes.alarms),
      changes.quiet,
      JSON.stringify(changes.states),
      now,
    ],
    { name: 'store-clocks' },
  );
}
