import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** What a member has written down about a buyer; a private one is for its author. */
@Entity('buyer_notes')
@ForeignKey(() => MemberEntity, ['workspaceId', 'authorId'], ['workspaceId', 'id'], { name: 'buyer_notes_author_fkey' })
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'buyer_notes_buyer_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_notes_workspace_id_fkey' })
@Index('buyer_notes_author_idx', ['workspaceId', 'authorId'])
@Index('buyer_notes_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
export class BuyerNoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_notes_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_notes_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  authorId!: string;

  @Column('text')
  text!: string;

  @Column('boolean', { default: false })
  private!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;
}
