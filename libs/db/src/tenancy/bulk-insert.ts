import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityMetadata, ObjectLiteral, QueryRunner } from 'typeorm';

/** Rows in one statement; larger ones only cost memory. */
const CHUNK = 2_000;

/**
 * Inserts many rows with one parameter per statement (VALUES would reach PostgreSQL's 65,535). All rows must set the same
 * properties as the first one; a property that is left out gets its column's default.
 */
export async function bulkInsert(queryRunner: QueryRunner, entity: EntityMetadata, rows: readonly ObjectLiteral[]) {
  const columns = entity.columns.filter((column) => rows[0]?.[column.propertyName] !== undefined);
  const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
  const statement = `insert into "${entity.tableName}" (${names}) select ${names} from json_populate_recordset(null::"${entity.tableName}", $1::json)`;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK).map((row) => recordOf(columns, row));
    await queryRunner.query(statement, [JSON.stringify(chunk)]);
  }
}

/** True when every row sets the same properties, so that one column list fits all. */
export function sameProperties(rows: readonly ObjectLiteral[]): boolean {
  const signature = (row: ObjectLiteral) =>
    Object.keys(row)
      .filter((key) => row[key] !== undefined)
      .sort()
      .join();
  const first = signature(rows[0] ?? {});
  return rows.every((row) => signature(row) === first);
}

function recordOf(columns: ColumnMetadata[], row: ObjectLiteral): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column.databaseName, jsonValueOf(row[column.propertyName])]));
}

function jsonValueOf(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return value;
}
