import { isExpired, leadTimeOf, moqOf, type ProductContent, type Variant } from './product.ts';

/** What a buyer needs in one message to decide (requirement 004-87). */
export const DECISION_PACK_PARTS = ['price', 'moq', 'lead_time', 'options', 'certificates'] as const;
export type DecisionPackPart = (typeof DECISION_PACK_PARTS)[number];

/**
 * The parts of the decision pack that are not known as of `today`, in the order of the pack: no price that has not expired; an
 * MOQ or a lead time that is unknown for something that can be ordered; no variant that is still made; no certificate that
 * still counts.
 */
export function missingParts(product: ProductContent, today: string): DecisionPackPart[] {
  const ordered = orderedAs(product);
  const missing: Record<DecisionPackPart, boolean> = {
    price: product.prices.every((price) => isExpired(price, today)),
    moq: ordered.some((variant) => moqOf(product, variant) === null),
    lead_time: ordered.some((variant) => leadTimeOf(product, variant) === null),
    options: activeVariants(product).length === 0,
    certificates: product.certificates.every((certificate) => isExpired(certificate, today)),
  };
  return DECISION_PACK_PARTS.filter((part) => missing[part]);
}

/** Variants that are still made. */
export function activeVariants({ variants }: ProductContent): Variant[] {
  return variants.filter(({ status }) => status === 'active');
}

/** What can be ordered: the variants that are still made, or the product itself when it has none. */
function orderedAs(product: ProductContent): (Variant | null)[] {
  const active = activeVariants(product);
  return active.length > 0 ? active : [null];
}
