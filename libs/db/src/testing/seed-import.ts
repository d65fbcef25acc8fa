import { newId } from '../ids.ts';
import * as repositories from '../repositories/index.ts';
import type { SeededWorkspace } from './seed-two-workspaces.ts';
import type { DatabaseParts } from './test-database.ts';

const AT = new Date('2026-03-02T00:00:00Z');

/** A finished import of orders by the owner: a bad row, a row it changed, its kept columns, and an adjustment it brought. */
export async function seedImport({ unitOfWork }: Pick<DatabaseParts, 'unitOfWork'>, s: SeededWorkspace) {
  await new repositories.ImportsRepository(unitOfWork).insert(s, {
    id: s.importId,
    kind: 'orders',
    source: 'spreadsheet',
    fileName: 'orders.csv',
    sizeBytes: 100n,
    sha256: Buffer.alloc(32),
    format: 'csv',
    status: 'done',
    startedBy: s.ownerId,
    contentAt: AT,
    createdAt: AT,
    finishedAt: AT,
  });
  const ofImport = { id: newId(), importId: s.importId };
  await new repositories.ImportRowsRepository(unitOfWork).insert(s, {
    ...ofImport,
    rowNumber: 2,
    cells: ['order-2'],
    state: 'bad',
  });
  await new repositories.ImportChangesRepository(unitOfWork).insert(s, {
    ...ofImport,
    tableName: 'orders',
    rowId: s.orderId,
    before: {},
  });
  await new repositories.ImportMappingsRepository(unitOfWork).insert(s, {
    id: newId(),
    kind: 'orders',
    source: 'spreadsheet',
    columns: [],
    updatedBy: s.ownerId,
    updatedAt: AT,
  });
  await new repositories.ArchiveImportsRepository(unitOfWork).insert(s, {
    id: newId(),
    fileName: 'workspace.zip',
    sizeBytes: 100n,
    status: 'done',
    startedBy: s.ownerId,
    createdAt: AT,
    finishedAt: AT,
  });
  await new repositories.OrderAdjustmentsRepository(unitOfWork).insert(s, {
    ...ofImport,
    buyerId: s.buyerId,
    orderId: s.orderId,
    externalId: 'adjustment-1',
    kind: 'adjustment',
    at: AT,
    currency: 'USD',
    amountMinor: -500n,
    createdAt: AT,
  });
}
