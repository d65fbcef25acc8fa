import { newId } from '../ids.ts';
import * as repositories from '../repositories/index.ts';
import type { SeededWorkspace } from './seed-two-workspaces.ts';
import type { DatabaseParts } from './test-database.ts';

const AT = new Date('2026-03-02T00:00:00Z');

/** A product with a variant, a list price, its first version and a picture; an announcement of it to the seeded buyer. */
export async function seedCatalogue({ unitOfWork }: Pick<DatabaseParts, 'unitOfWork'>, s: SeededWorkspace) {
  await new repositories.ProductsRepository(unitOfWork).insert(s, {
    id: s.productId,
    code: 'serum',
    names: { en: 'Serum', ko: '세럼' },
    createdAt: AT,
    updatedAt: AT,
  });
  await new repositories.ProductVariantsRepository(unitOfWork).insert(s, {
    id: s.variantId,
    productId: s.productId,
    sku: 'SERUM-30',
    options: { Volume: '30 ml' },
    createdAt: AT,
  });
  await new repositories.ProductPricesRepository(unitOfWork).insert(s, {
    id: newId(),
    productId: s.productId,
    variantId: s.variantId,
    currency: 'USD',
    minQuantity: 100,
    unitPriceMinor: 1_200n,
    createdAt: AT,
  });
  await new repositories.ProductVersionsRepository(unitOfWork).insert(s, {
    id: newId(),
    productId: s.productId,
    version: 1,
    snapshot: {},
    changedBy: s.ownerId,
    changedAt: AT,
  });
  await new repositories.AttachmentsRepository(unitOfWork).insert(s, {
    id: newId(),
    productId: s.productId,
    name: 'serum.png',
    contentType: 'image/png',
    sizeBytes: 4n,
    sha256: Buffer.alloc(32),
    uploadedBy: s.ownerId,
    createdAt: AT,
  });
  await seedAnnouncement({ unitOfWork }, s);
}

async function seedAnnouncement({ unitOfWork }: Pick<DatabaseParts, 'unitOfWork'>, s: SeededWorkspace) {
  await new repositories.AnnouncementsRepository(unitOfWork).insert(s, {
    id: s.announcementId,
    name: 'New serum',
    text: 'A new serum is here.',
    state: 'draft',
    createdBy: s.ownerId,
    createdAt: AT,
    updatedAt: AT,
  });
  const ofAnnouncement = { id: newId(), announcementId: s.announcementId };
  await new repositories.AnnouncementProductsRepository(unitOfWork).insert(s, {
    ...ofAnnouncement,
    productId: s.productId,
  });
  await new repositories.AnnouncementRecipientsRepository(unitOfWork).insert(s, {
    ...ofAnnouncement,
    buyerId: s.buyerId,
    conversationId: s.conversationId,
    text: 'A new serum is here.',
    state: 'ready',
  });
}
