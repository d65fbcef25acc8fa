import { laterColumns, readCatalogue, type CatalogueColumn, type RunStatement } from './read-catalogue.ts';

const column = (name: string, references: string | null = null, nullable = false): CatalogueColumn => ({
  ...{ name, references, nullable },
  type: 'uuid',
});
const catalogue = (tables: Record<string, CatalogueColumn[]>): RunStatement =>
  (async () =>
    Object.entries(tables).flatMap(([table, columns]) => columns.map((one) => ({ ...one, table })))) as RunStatement;

it('puts tables after those they point into, and cuts a circle where a column may be empty', async () => {
  const tables = await readCatalogue(
    catalogue({
      messages: [column('id'), column('draft_id', 'drafts', true), column('conversation_id', 'conversations')],
      drafts: [column('id'), column('message_id', 'messages')],
      conversations: [column('id'), column('buyer_id', 'buyers')],
      buyers: [column('id'), column('search_text')],
    }),
  );
  expect(tables.map(({ name }) => name)).toEqual(['buyers', 'conversations', 'messages', 'drafts']);
  expect(tables[0]?.columns.map(({ name }) => name)).toEqual(['id']); // what is left out is not there
  expect(laterColumns(tables[2]!, tables).map(({ name }) => name)).toEqual(['draft_id']);
});

it('stops at a table that nobody has said anything about, and knows which stay here', async () => {
  await expect(readCatalogue(catalogue({ brand_new: [column('id')] }))).rejects.toThrow('brand_new');
  expect(await readCatalogue(catalogue({ archive_imports: [column('id')] }))).toEqual([]);
});
