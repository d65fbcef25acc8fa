import { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.ts';
import { ENTITIES } from '../entities/index.ts';
import { createEmptyDatabase } from '../testing/index.ts';

let source: DataSource;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createEmptyDatabase({ migrated: true });
  drop = database.drop;
  source = await createDataSource({ url: database.url }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await drop();
});

/** What TypeORM would change so that the database is as the entities say. */
const difference = async () => (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
const afterChange = async (change: string, undo: string) => {
  await source.query(change);
  try {
    return await difference();
  } finally {
    await source.query(undo);
  }
};

test('entities and migrated schema say the same', async () => {
  expect(await difference()).toEqual([]);
});

test('every table has its entity', async () => {
  const tables = await source.query<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations' order by 1`,
  );
  expect(source.entityMetadatas.map((entity) => entity.tableName).sort()).toEqual(tables.map(({ name }) => name));
  expect(source.entityMetadatas).toHaveLength(ENTITIES.length);
});

test('no entity has a relation: a setter on one could null the workspace', () => {
  expect(source.entityMetadatas.flatMap((entity) => entity.relations.map((relation) => relation.propertyPath))).toEqual(
    [],
  );
});

test.each([
  ['a column more', 'alter table buyers add column extra text', 'alter table buyers drop column extra'],
  [
    'a column of another type',
    'alter table buyers alter column grade_rank type integer',
    'alter table buyers alter column grade_rank type smallint',
  ],
  [
    'a nullable column',
    'alter table buyers alter column name drop not null',
    'alter table buyers alter column name set not null',
  ],
  [
    'another default',
    'alter table buyers alter column grade_rank set default 3',
    'alter table buyers alter column grade_rank set default 4',
  ],
  [
    'a foreign key less',
    'alter table buyers drop constraint buyers_owner_fkey',
    'alter table buyers add constraint buyers_owner_fkey foreign key (workspace_id, owner_id) references members (workspace_id, id)',
  ],
  [
    'a unique constraint less',
    'alter table roles drop constraint roles_key_key',
    'alter table roles add constraint roles_key_key unique (workspace_id, key)',
  ],
  [
    'an index less',
    'drop index buyers_list_idx',
    'create index buyers_list_idx on buyers (workspace_id, grade_rank, level_rank, id)',
  ],
  ['an index more', 'create index extra_idx on buyers (workspace_id, name)', 'drop index extra_idx'],
])('%s in the database is noticed', async (_what, change, undo) => {
  expect(await afterChange(change, undo)).not.toEqual([]);
});
