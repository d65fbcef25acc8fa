import { newId } from '../ids.ts';
import * as repositories from '../repositories/index.ts';
import type { SeededWorkspace } from './seed-two-workspaces.ts';
import type { DatabaseParts } from './test-database.ts';

const AT = new Date('2026-03-02T00:00:00Z');

/** What is kept with the seeded buyer: tag, note, file, consent, custom field, a merge, a dismissed duplicate, an override, a view. */
export async function seedBuyerRecord({ unitOfWork }: Pick<DatabaseParts, 'unitOfWork'>, s: SeededWorkspace) {
  const tagId = newId();
  await new repositories.TagsRepository(unitOfWork).insert(s, {
    id: tagId,
    name: 'Fair',
    createdBy: s.ownerId,
    createdAt: AT,
  });
  const ofBuyer = { id: newId(), buyerId: s.buyerId, createdAt: AT };
  await new repositories.BuyerTagsRepository(unitOfWork).insert(s, { ...ofBuyer, tagId });
  await new repositories.BuyerNotesRepository(unitOfWork).insert(s, {
    ...ofBuyer,
    authorId: s.ownerId,
    text: `Met at the fair (${s.slug})`,
  });
  await new repositories.AttachmentsRepository(unitOfWork).insert(s, {
    ...ofBuyer,
    name: 'card.txt',
    contentType: 'text/plain',
    sizeBytes: 4n,
    sha256: Buffer.alloc(32),
    uploadedBy: s.ownerId,
  });
  await new repositories.BuyerConsentsRepository(unitOfWork).insert(s, {
    ...ofBuyer,
    purpose: 'messages',
    granted: true,
    source: 'form',
    givenAt: AT,
  });
  await new repositories.CustomFieldsRepository(unitOfWork).insert(s, {
    id: newId(),
    name: 'Fair booth',
    kind: 'text',
    position: 1,
    createdAt: AT,
  });
  await new repositories.BuyerMergesRepository(unitOfWork).insert(s, {
    id: newId(),
    keptId: s.buyerId,
    mergedId: newId(),
    snapshot: {},
    mergedBy: s.ownerId,
    mergedAt: AT,
    undoUntil: AT,
  });
  await new repositories.DuplicateDismissalsRepository(unitOfWork).insert(s, {
    ...ofBuyer,
    otherId: 'ffffffff-ffff-7fff-bfff-ffffffffffff',
    dismissedBy: s.ownerId,
  });
  await new repositories.GradeOverridesRepository(unitOfWork).insert(s, {
    id: newId(),
    buyerId: s.buyerId,
    grade: 'A',
    computedGrade: 'B',
    reason: 'A chain store stands behind it',
    reviewOn: '2026-06-01',
    setBy: s.ownerId,
    setAt: AT,
  });
  await new repositories.SavedViewsRepository(unitOfWork).insert(s, {
    id: newId(),
    memberId: s.ownerId,
    screen: 'buyers',
    name: 'Mine',
    query: 'grade=A',
    createdAt: AT,
  });
}
