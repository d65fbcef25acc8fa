import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConversationEntity } from './conversation.entity.ts';
import { DraftEntity } from './draft.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** What a member has typed and not sent yet. */
@Entity('reply_drafts')
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'reply_drafts_conversation_fkey',
})
@ForeignKey(() => DraftEntity, ['workspaceId', 'draftId'], ['workspaceId', 'id'], { name: 'reply_drafts_draft_fkey' })
@ForeignKey(() => MemberEntity, ['workspaceId', 'memberId'], ['workspaceId', 'id'], {
  name: 'reply_drafts_member_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'reply_drafts_workspace_id_fkey' })
@Unique('reply_drafts_member_key', ['workspaceId', 'conversationId', 'memberId'])
@Index('reply_drafts_draft_idx', ['workspaceId', 'draftId'], { where: 'draft_id IS NOT NULL' })
@Index('reply_drafts_member_idx', ['workspaceId', 'memberId'])
export class ReplyDraftEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reply_drafts_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reply_drafts_pkey' })
  id!: string;

  @Column('uuid')
  conversationId!: string;

  @Column('uuid')
  memberId!: string;

  @Column('text')
  text!: string;

  @Column('uuid', { nullable: true })
  draftId!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}
