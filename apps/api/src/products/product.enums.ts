import { registerEnumType } from '@nestjs/graphql';

/** The values are `ProductStatus` of libs/crm. */
export enum ProductStatusEnum {
  DRAFT = 'draft',
  ACTIVE = 'active',
  DISCONTINUED = 'discontinued',
}
registerEnumType(ProductStatusEnum, {
  name: 'ProductStatus',
  description: 'DRAFT: not offered yet. DISCONTINUED: no longer made, and not quoted. Variants are never drafts.',
});

/** The values are `DecisionPackPart` of libs/crm. */
export enum DecisionPackPartEnum {
  PRICE = 'price',
  MOQ = 'moq',
  LEAD_TIME = 'lead_time',
  OPTIONS = 'options',
  CERTIFICATES = 'certificates',
}
registerEnumType(DecisionPackPartEnum, {
  name: 'DecisionPackPart',
  description: 'A part of what a buyer needs in one message to decide.',
});

/** The values are `QuoteProblem` of libs/crm. */
export enum QuoteProblemEnum {
  BELOW_MOQ = 'below_moq',
  NO_PRICE = 'no_price',
  NO_PRICE_FOR_CURRENCY = 'no_price_for_currency',
  DISCONTINUED = 'discontinued',
}
registerEnumType(QuoteProblemEnum, {
  name: 'QuoteProblem',
  description: 'Why there is no list price to quote. BELOW_MOQ: `moq` says how many it takes.',
});
