'use client';
import { useTranslations } from 'next-intl';

interface Named {
  readonly id: string;
  readonly sku: string;
  readonly options: readonly { readonly value: string }[];
}

/** A variant as a person calls it: its options, else its SKU. */
export function useVariantName(variants: readonly Named[]): (id: string | null) => string {
  const t = useTranslations('products');
  return (id) => {
    if (id === null) return t('allVariants');
    const variant = variants.find((each) => each.id === id);
    if (!variant) return t('goneVariant');
    const values = variant.options.map(({ value }) => value).filter((value) => value.trim() !== '');
    return values.length > 0 ? values.join(' / ') : variant.sku;
  };
}
