import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { ImportEntity } from './import.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A person at a buyer and how to reach them. */
@Entity('buyer_contacts')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'buyer_contacts_buyer_fkey' })
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'buyer_contacts_import_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_contacts_workspace_id_fkey' })
@Index('buyer_contacts_buyer_idx', ['workspaceId', 'buyerId'])
@Index('buyer_contacts_email_idx', ['workspaceId', 'email'], { where: 'email IS NOT NULL' })
@Index('buyer_contacts_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
@Index('buyer_contacts_phone_idx', ['workspaceId', 'phone'], { where: 'phone IS NOT NULL' })
export class BuyerContactEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_contacts_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_contacts_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { nullable: true })
  timeZone!: string | null;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}
