import { activeVariants, missingParts, type DecisionPackPart } from './missing-parts.ts';
import { PACK_WORDS, packCountry, packDay, packMoney, type PackLanguage, type PackWords } from './pack-words.ts';
import { packPrices, type PricedList } from './pack-prices.ts';
import { isExpired, productName, type Certificate, type ProductContent, type Variant } from './product.ts';

/** For whom the pack is written. `today` is the day in the workspace's zone. */
export interface PackReader {
  /** ISO 639-1; Korean is written in Korean, everything else in English. */
  readonly language: string;
  readonly country: string | null;
  /** Null: the currency of `preferredCurrency`, else the first that there are prices in. */
  readonly currency: string | null;
  readonly preferredCurrency: string;
  readonly today: string;
}

/** What a buyer needs to decide, as plain text for one message. */
export interface DecisionPack {
  readonly text: string;
  readonly missing: readonly DecisionPackPart[];
  /** Names of certificates that no longer count and are left out of the text. */
  readonly expired: readonly string[];
}

/**
 * Writes the decision pack: price tiers, MOQ, lead time, option table, certificates, origin (requirement 004-87). What is not
 * known is left out of the text and named in `missing`; a price counts as missing when there is none for this reader.
 */
export function writeDecisionPack(product: ProductContent, reader: PackReader): DecisionPack {
  const language: PackLanguage = reader.language === 'ko' ? 'ko' : 'en';
  const words = PACK_WORDS[language];
  const prices = packPrices(product, reader);
  const valid = product.certificates.filter((certificate) => !isExpired(certificate, reader.today));
  const paragraphs = [
    [title(product, language), ...(product.status === 'discontinued' ? [words.discontinued] : [])],
    prices.general ? [`${words.price(product.unit)}:`, ...tierLines(prices.general, product, language)] : [],
    termLines(product, words),
    optionLines(product, prices.own, language),
    valid.length > 0 ? [`${words.certificates}:`, ...valid.map((one) => certificateLine(one, language))] : [],
    product.originCountry ? [`${words.origin}: ${packCountry(product.originCountry, language)}`] : [],
  ];
  const priced = prices.general !== null || prices.own.size > 0;
  const others = missingParts(product, reader.today).filter((part) => part !== 'price');
  return {
    text: paragraphs
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
    missing: priced ? others : ['price', ...others],
    expired: product.certificates.filter((one) => !valid.includes(one)).map(({ name }) => name),
  };
}

function title(product: ProductContent, language: PackLanguage): string {
  const name = productName(product, language);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${product.code})`;
}

function tierLines({ tiers }: PricedList, { unit }: ProductContent, language: PackLanguage): string[] {
  const words = PACK_WORDS[language];
  return tiers.map(({ minQuantity, unitPriceMinor, currency, validUntil }, place) => {
    const next = tiers[place + 1];
    const quantity = words.quantity(minQuantity, unit, next ? next.minQuantity - 1 : null);
    const until = validUntil ? ` (${words.validUntil(packDay(validUntil, language))})` : '';
    return `- ${quantity}: ${packMoney(unitPriceMinor, currency, language)}${until}`;
  });
}

function termLines({ moq, leadTimeDays, unit }: ProductContent, words: PackWords): string[] {
  return [
    ...(moq === null ? [] : [`${words.moq}: ${words.quantity(moq, unit)}`]),
    ...(leadTimeDays === null ? [] : [`${words.leadTime}: ${words.days(leadTimeDays)}`]),
  ];
}

/** One line a variant, with what is different about it; a product in one form has no table. */
function optionLines(product: ProductContent, own: ReadonlyMap<string, PricedList>, language: PackLanguage): string[] {
  const words = PACK_WORDS[language];
  const variants = activeVariants(product);
  if (variants.length === 0 || (variants.length === 1 && product.optionNames.length === 0 && own.size === 0)) return [];
  const lines = variants.map((variant) => {
    const { moq, leadTimeDays } = variant;
    const tiers = own.get(variant.id)?.tiers ?? [];
    const parts = [
      `SKU ${variant.sku}`,
      ...(moq === null || moq === product.moq ? [] : [`${words.moq} ${words.quantity(moq, product.unit)}`]),
      ...(leadTimeDays === null || leadTimeDays === product.leadTimeDays
        ? []
        : [`${words.leadTimeInline} ${words.days(leadTimeDays)}`]),
      ...tiers.map(
        ({ minQuantity, unitPriceMinor, currency }) =>
          `${words.quantity(minQuantity, product.unit, null)} ${packMoney(unitPriceMinor, currency, language)}`,
      ),
    ];
    const named = valuesOf(variant, product.optionNames);
    return `- ${named ? `${named}: ` : ''}${parts.join(', ')}`;
  });
  const names = product.optionNames.join(' / ');
  return [`${words.options}${names ? ` (${names})` : ''}:`, ...lines];
}

function valuesOf({ options }: Variant, optionNames: readonly string[]): string {
  return optionNames
    .map((name) => options[name])
    .filter(Boolean)
    .join(' / ');
}

function certificateLine({ name, number, issuer, country, validUntil }: Certificate, language: PackLanguage): string {
  const words = PACK_WORDS[language];
  const details = [
    ...(number ? [words.number(number)] : []),
    ...(issuer ? [words.issuedBy(issuer)] : []),
    ...(validUntil ? [words.validUntil(packDay(validUntil, language))] : []),
  ];
  const market = country ? ` (${packCountry(country, language)})` : '';
  return `- ${name}${market}${details.length > 0 ? `: ${details.join(', ')}` : ''}`;
}
