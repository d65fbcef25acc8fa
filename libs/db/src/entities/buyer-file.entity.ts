import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A file kept with a buyer, content included. */
@Entity('buyer_files')
@Check('buyer_files_size_bytes_check', 'size_bytes between 1 and 10485760')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'buyer_files_buyer_fkey' })
@ForeignKey(() => MemberEntity, ['workspaceId', 'uploadedBy'], ['workspaceId', 'id'], {
  name: 'buyer_files_uploaded_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_files_workspace_id_fkey' })
@Index('buyer_files_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('buyer_files_uploaded_by_idx', ['workspaceId', 'uploadedBy'], { where: 'uploaded_by IS NOT NULL' })
export class BuyerFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_files_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_files_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  contentType!: string;

  @Column('integer')
  sizeBytes!: number;

  @Column('bytea')
  sha256!: Buffer;

  @Column('bytea')
  content!: Buffer;

  @Column('uuid', { nullable: true })
  uploadedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
