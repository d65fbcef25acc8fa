import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A digest of the facts that a stored grade rests on: nights on which nothing happened to a buyer write nothing. */
export class GradedFacts1763800000009 implements MigrationInterface {
  name = 'GradedFacts1763800000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table buyers add graded_facts bigint`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table buyers drop graded_facts`);
  }
}
