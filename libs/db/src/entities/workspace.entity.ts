import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';

/** Who said something about moving in, and when. */
interface SetupMark {
  at: string;
  by: string | null;
}

/** What people said about moving in: steps confirmed or left for later, the checklist put away (true: it never was there). */
export interface WorkspaceSetup {
  confirmed?: Record<string, SetupMark>;
  skipped?: Record<string, SetupMark>;
  hidden?: SetupMark | true | null;
}

/** One seller company's separate space; the directory row of everything that carries its id. */
@Entity('workspaces')
@Check('workspaces_undo_send_seconds_check', '(undo_send_seconds >= 0) AND (undo_send_seconds <= 60)')
@Unique('workspaces_slug_key', ['slug'])
export class WorkspaceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'workspaces_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  timeZone!: string;

  @Column('char', { length: 3 })
  baseCurrency!: string;

  @Column('text')
  language!: string;

  @Column('integer', { default: 10 })
  undoSendSeconds!: number;

  @Column('boolean', { default: false })
  autoSendPaused!: boolean;

  @Column('bigint', { transformer: bigintColumn, default: '0' })
  lastEventPosition!: bigint;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('jsonb', { default: {} })
  setup!: WorkspaceSetup;
}
