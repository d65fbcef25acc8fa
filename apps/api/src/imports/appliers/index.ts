import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { ImportKind } from '@dangol/crm';
import type { ImportApplier } from '../import-applier.ts';
import { BuyersApplier } from './buyers.applier.ts';
import { ContactsApplier } from './contacts.applier.ts';
import { InquiriesApplier } from './inquiries.applier.ts';
import { KnowledgeApplier } from './knowledge.applier.ts';
import { OrderLinesApplier } from './order-lines.applier.ts';
import { OrdersApplier } from './orders.applier.ts';
import { ProductsApplier } from './products.applier.ts';

/** Every applier; one of a new kind adds its class here. */
export const APPLIERS: readonly Type<ImportApplier<never>>[] = [
  InquiriesApplier,
  BuyersApplier,
  ContactsApplier,
  KnowledgeApplier,
  OrderLinesApplier,
  OrdersApplier,
  ProductsApplier,
];

/** The appliers by the kind of file they bring in. */
@Injectable()
export class Appliers {
  constructor(private readonly modules: ModuleRef) {}

  of(kind: ImportKind): ImportApplier {
    for (const type of APPLIERS) {
      const applier: ImportApplier<never> = this.modules.get(type, { strict: false });
      // Records come from the reader of the same kind, so the applier's own type of record is right.
      if (applier.kind === kind) return applier as ImportApplier;
    }
    throw new Error(`Nothing brings in ${kind}`);
  }
}
