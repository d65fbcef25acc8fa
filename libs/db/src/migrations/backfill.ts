import type { QueryRunner } from 'typeorm';

/**
 * Runs statements over the rows of all workspaces. Row-level security is forced, so the owner who migrates is bound like
 * everybody and would change nothing, without an error; for these statements alone, inside the migration's transaction
 * and its table locks, the owner is let off.
 */
export async function backfill(queryRunner: QueryRunner, tables: readonly string[], statements: string): Promise<void> {
  const every = (change: string) => tables.map((table) => `alter table ${table} ${change}`).join('; ');
  await queryRunner.query(every('no force row level security'));
  await queryRunner.query(statements);
  await queryRunner.query(every('force row level security'));
}
