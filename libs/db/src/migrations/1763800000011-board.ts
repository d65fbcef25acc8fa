import type { MigrationInterface, QueryRunner } from 'typeorm';
import { backfill } from './backfill.ts';

/** The pipeline board: why a stage changed may be that a dormant buyer wrote again. */
export class Board1763800000011 implements MigrationInterface {
  name = 'Board1763800000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table stage_changes drop constraint stage_changes_cause_check, add constraint stage_changes_cause_check
        check (cause in ('hand', 'undo', 'registered', 'sample_requested', 'quote_sent', 'orders', 'message', 'silence', 'merge'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await backfill(queryRunner, ['stage_changes'], `update stage_changes set cause = 'orders' where cause = 'message'`);
    await queryRunner.query(`
      alter table stage_changes drop constraint stage_changes_cause_check, add constraint stage_changes_cause_check
        check (cause in ('hand', 'undo', 'registered', 'sample_requested', 'quote_sent', 'orders', 'silence', 'merge'));
    `);
  }
}
