import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { ProductEntity } from './product.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A file of a buyer, of a product or of a conversation; of a message as soon as it was sent or received. */
@Entity('attachments')
@Check('attachments_message_check', 'message_id is null or conversation_id is not null')
@Check('attachments_owner_check', 'num_nonnulls(buyer_id, product_id, conversation_id) = 1')
@Check('attachments_size_bytes_check', 'size_bytes > 0')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'attachments_buyer_fkey' })
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'attachments_conversation_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'messageId'], ['workspaceId', 'id'], {
  name: 'attachments_message_fkey',
})
@ForeignKey(() => ProductEntity, ['workspaceId', 'productId'], ['workspaceId', 'id'], {
  name: 'attachments_product_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'uploadedBy'], ['workspaceId', 'id'], {
  name: 'attachments_uploaded_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'attachments_workspace_id_fkey' })
@Index('attachments_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('attachments_content_idx', ['workspaceId', 'id'], { where: 'content IS NOT NULL' })
@Index('attachments_conversation_idx', ['workspaceId', 'conversationId'], { where: 'conversation_id IS NOT NULL' })
@Index('attachments_message_idx', ['workspaceId', 'messageId'], { where: 'message_id IS NOT NULL' })
@Index('attachments_product_idx', ['workspaceId', 'productId', 'position', 'id'], { where: 'product_id IS NOT NULL' })
@Index('attachments_uploaded_by_idx', ['workspaceId', 'uploadedBy'], { where: 'uploaded_by IS NOT NULL' })
export class AttachmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachments_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'attachments_pkey' })
  id!: string;

  @Column('uuid', { nullable: true })
  buyerId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Column('uuid', { nullable: true })
  conversationId!: string | null;

  @Column('uuid', { nullable: true })
  messageId!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  contentType!: string;

  @Column('bigint', { transformer: bigintColumn })
  sizeBytes!: bigint;

  @Column('bytea')
  sha256!: Buffer;

  /** Only of files from before there was a store, until a job has moved them there; never read along with a row. */
  @Column('bytea', { select: false, nullable: true })
  content!: Buffer | null;

  @Column('integer', { default: 0 })
  position!: number;

  @Column('uuid', { nullable: true })
  uploadedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
