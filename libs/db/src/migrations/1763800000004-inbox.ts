import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTable } from './secure-table.ts';

/** Raw inbound messages, conversations with their messages and inquiries, business calendars, SLA policies, deliveries. */
export class Inbox1763800000004 implements MigrationInterface {
  name = 'Inbox1763800000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table business_calendars (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        version integer not null,
        calendar jsonb not null,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint business_calendars_version_key unique (workspace_id, version),
        constraint business_calendars_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index business_calendars_created_by_idx on business_calendars (workspace_id, created_by) where created_by is not null;

      create table sla_policies (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        version integer not null,
        policy jsonb not null,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint sla_policies_version_key unique (workspace_id, version),
        constraint sla_policies_created_by_fkey foreign key (workspace_id, created_by) references members (workspace_id, id)
      );
      create index sla_policies_created_by_idx on sla_policies (workspace_id, created_by) where created_by is not null;

      create table conversations (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        channel_id uuid not null,
        external_id text not null,
        buyer_id uuid not null,
        subject text,
        status text not null check (status in ('waiting', 'answered', 'declined', 'spam', 'closed')),
        assignee_id uuid,
        grade_rank smallint not null,
        level_rank smallint not null,
        waiting_since timestamptz,
        due_at timestamptz,
        preview text not null default '',
        last_message_at timestamptz not null,
        last_direction text not null,
        message_count integer not null default 0,
        revision integer not null default 0,
        pending_delivery text check (pending_delivery in ('queued', 'sending', 'failed')),
        created_at timestamptz not null,
        primary key (workspace_id, id),
        constraint conversations_external_key unique (workspace_id, channel_id, external_id),
        constraint conversations_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint conversations_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint conversations_assignee_fkey foreign key (workspace_id, assignee_id) references members (workspace_id, id)
      );
      create index conversations_due_idx on conversations (workspace_id, status, due_at, id);
      create index conversations_queue_idx on conversations (workspace_id, status, grade_rank, level_rank, due_at, id);
      create index conversations_recent_idx on conversations (workspace_id, status, last_message_at desc, id);
      create index conversations_buyer_idx on conversations (workspace_id, buyer_id, last_message_at desc);
      create index conversations_assignee_idx on conversations (workspace_id, assignee_id, status, grade_rank, level_rank, due_at, id) where assignee_id is not null;
      create index conversations_pending_idx on conversations (workspace_id, pending_delivery) where pending_delivery is not null;
      create index conversations_latest_idx on conversations (workspace_id, last_message_at desc, id);

      create table messages (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        conversation_id uuid not null,
        channel_id uuid not null,
        direction text not null check (direction in ('inbound', 'outbound', 'note')),
        author_kind text not null check (author_kind in ('buyer', 'member', 'assistant', 'platform')),
        author_member_id uuid,
        ai_assisted boolean not null default false,
        draft_id uuid,
        external_id text,
        revision integer not null,
        text text not null,
        html text,
        attachments jsonb not null default '[]',
        sent_at timestamptz not null,
        created_at timestamptz not null,
        delivery_status text check (delivery_status in ('queued', 'sending', 'delivered', 'failed', 'cancelled')),
        delivery_attempts integer not null default 0,
        delivery_error text,
        deliver_at timestamptz,
        accepted_at timestamptz,
        primary key (workspace_id, id),
        constraint messages_external_key unique (workspace_id, channel_id, external_id),
        constraint messages_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint messages_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint messages_author_fkey foreign key (workspace_id, author_member_id) references members (workspace_id, id)
      );
      create index messages_conversation_idx on messages (workspace_id, conversation_id, sent_at, id);
      create index messages_author_idx on messages (workspace_id, author_member_id) where author_member_id is not null;

      create table inquiries (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        conversation_id uuid not null,
        channel_id uuid not null,
        buyer_id uuid not null,
        opening_message_id uuid not null,
        opened_at timestamptz not null,
        status text not null check (status in ('open', 'answered', 'declined', 'spam')),
        ended_at timestamptz,
        end_reason text,
        first_ack_at timestamptz,
        first_response_message_id uuid,
        first_response_member_id uuid,
        target_minutes integer not null,
        sla_policy_id uuid not null,
        business_calendar_id uuid not null,
        due_at timestamptz not null,
        response_business_seconds bigint,
        response_wall_ms bigint,
        met boolean,
        signals jsonb not null default '{}',
        primary key (workspace_id, id),
        constraint inquiries_opening_key unique (workspace_id, opening_message_id),
        constraint inquiries_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint inquiries_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint inquiries_buyer_fkey foreign key (workspace_id, buyer_id) references buyers (workspace_id, id),
        constraint inquiries_opening_fkey foreign key (workspace_id, opening_message_id) references messages (workspace_id, id),
        constraint inquiries_first_response_fkey foreign key (workspace_id, first_response_message_id) references messages (workspace_id, id),
        constraint inquiries_member_fkey foreign key (workspace_id, first_response_member_id) references members (workspace_id, id),
        constraint inquiries_policy_fkey foreign key (workspace_id, sla_policy_id) references sla_policies (workspace_id, id),
        constraint inquiries_calendar_fkey foreign key (workspace_id, business_calendar_id) references business_calendars (workspace_id, id)
      );
      create index inquiries_conversation_idx on inquiries (workspace_id, conversation_id, opened_at);
      create index inquiries_channel_idx on inquiries (workspace_id, channel_id, status, ended_at);
      create index inquiries_buyer_idx on inquiries (workspace_id, buyer_id, opened_at);
      create index inquiries_status_idx on inquiries (workspace_id, status, ended_at);
      create index inquiries_first_response_idx on inquiries (workspace_id, first_response_message_id) where first_response_message_id is not null;
      create index inquiries_member_idx on inquiries (workspace_id, first_response_member_id) where first_response_member_id is not null;
      create index inquiries_policy_idx on inquiries (workspace_id, sla_policy_id);
      create index inquiries_calendar_idx on inquiries (workspace_id, business_calendar_id);

      create table inbound_messages (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        channel_id uuid not null,
        external_id text not null,
        body bytea not null,
        content_hash bytea not null,
        received_at timestamptz not null,
        status text not null check (status in ('pending', 'applied', 'failed', 'rejected', 'dismissed')),
        attempts integer not null default 0,
        problem_code text,
        problem text,
        applied_at timestamptz,
        message_id uuid,
        primary key (workspace_id, id),
        constraint inbound_messages_external_key unique (workspace_id, channel_id, external_id),
        constraint inbound_messages_channel_fkey foreign key (workspace_id, channel_id) references channels (workspace_id, id),
        constraint inbound_messages_message_fkey foreign key (workspace_id, message_id) references messages (workspace_id, id)
      );
      create index inbound_messages_status_idx on inbound_messages (workspace_id, status, received_at, id);
      create index inbound_messages_message_idx on inbound_messages (workspace_id, message_id) where message_id is not null;

      create table reply_drafts (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        conversation_id uuid not null,
        member_id uuid not null,
        text text not null,
        draft_id uuid,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        constraint reply_drafts_member_key unique (workspace_id, conversation_id, member_id),
        constraint reply_drafts_conversation_fkey foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        constraint reply_drafts_member_fkey foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create index reply_drafts_member_idx on reply_drafts (workspace_id, member_id);
    `);
    for (const table of [
      'business_calendars',
      'sla_policies',
      'conversations',
      'messages',
      'inquiries',
      'inbound_messages',
      'reply_drafts',
    ])
      await secureTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `drop table reply_drafts, inbound_messages, inquiries, messages, conversations, sla_policies, business_calendars`,
    );
  }
}
