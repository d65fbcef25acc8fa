import { activeVariants } from './missing-parts.ts';
import { PACK_WORDS, packCountry, packDay, packMoney } from './pack-words.ts';
import { isExpired, productName, type PriceTier, type ProductContent, type Variant } from './product.ts';

/** Something true of a product in words that can be quoted, and what one may ask to be told so. */
export interface ProductFact {
  /** What it speaks of; with the product's code it names the fact. */
  readonly topic: 'specification' | 'price' | 'moq' | 'lead_time' | 'options' | 'certificates' | 'origin';
  readonly title: string;
  readonly titleKo: string;
  readonly questions: readonly string[];
  /** English sentences. */
  readonly answer: string;
  /** Last day on which it may be quoted, the earliest of what it rests on; null: until the product changes. */
  readonly validUntil: string | null;
}

const TITLES: Record<ProductFact['topic'], { en: string; ko: string; ask: (name: string) => string[] }> = {
  specification: {
    en: 'specification',
    ko: '사양',
    ask: (name) => [`What are the specifications of ${name}?`, `What is in ${name}?`],
  },
  price: { en: 'list price', ko: '가격', ask: (name) => [`What is the price of ${name}?`, `How much is ${name}?`] },
  moq: { en: 'minimum order', ko: '최소 주문 수량', ask: (name) => [`What is the MOQ of ${name}?`] },
  lead_time: { en: 'lead time', ko: '납기', ask: (name) => [`How long does it take to make ${name}?`] },
  options: { en: 'options', ko: '옵션', ask: (name) => [`Which options does ${name} come in?`] },
  certificates: { en: 'certificates', ko: '인증', ask: (name) => [`Which certificates does ${name} have?`] },
  origin: { en: 'origin', ko: '원산지', ask: (name) => [`Where is ${name} made?`] },
};

/**
 * What may be told to a buyer about a product, one fact a topic; nothing of a product that is not offered. Prices are the list
 * prices that hold for every country, each tier with its quantity, so that price times quantity can be computed from the words.
 */
export function productFacts(product: ProductContent, today: string): ProductFact[] {
  if (product.status !== 'active') return [];
  const [name, nameKo] = [productName(product, 'en'), productName(product, 'ko')];
  const prices = product.prices.filter((price) => price.country === null && !isExpired(price, today));
  const certificates = product.certificates.filter((certificate) => !isExpired(certificate, today));
  const sentences: Record<ProductFact['topic'], readonly string[]> = {
    specification: specificationOf(product, name),
    price: priceSentences(product, prices, name),
    moq: termSentences(product, name, 'moq'),
    lead_time: termSentences(product, name, 'leadTimeDays'),
    options: optionSentences(product, name),
    certificates: certificates.map(
      (one) => `${name} has the certificate ${one.name}${one.validUntil ? `, ${until(one.validUntil)}` : ''}.`,
    ),
    origin: product.originCountry ? [`${name} is made in ${packCountry(product.originCountry, 'en')}.`] : [],
  };
  const restsOn = { price: prices, certificates };
  return Object.entries(sentences).flatMap(([key, said]) => {
    const topic = key as ProductFact['topic'];
    if (said.length === 0) return [];
    const days = topic === 'price' || topic === 'certificates' ? restsOn[topic] : [];
    const { en, ko, ask } = TITLES[topic];
    return [
      {
        topic,
        title: `${name}: ${en}`,
        titleKo: `${nameKo}: ${ko}`,
        questions: ask(name),
        answer: said.join(' '),
        validUntil: days.map(({ validUntil }) => validUntil).reduce(earlier, null),
      },
    ];
  });
}

function specificationOf({ description, specs, weightGrams }: ProductContent, name: string): string[] {
  const values = [
    ...specs,
    ...(weightGrams === null ? [] : [{ name: 'Weight', value: `${weightGrams.toLocaleString('en')} g` }]),
  ];
  return [
    ...(description ? [description.replace(/\s+/g, ' ')] : []),
    ...values.map(({ name: what, value }) => `${what} of ${name}: ${value}.`),
  ];
}

function priceSentences({ unit, variants }: ProductContent, prices: readonly PriceTier[], name: string): string[] {
  return prices
    .toSorted((one, other) => compare(one.currency, other.currency) || one.minQuantity - other.minQuantity)
    .filter(
      ({ variantId }) =>
        variantId === null || variants.some(({ id, status }) => id === variantId && status === 'active'),
    )
    .map(({ variantId, minQuantity, unitPriceMinor, currency }) => {
      const variant = variants.find(({ id }) => id === variantId);
      const what = variant ? `${name} ${called(variant)}` : name;
      const quantity = PACK_WORDS.en.quantity(minQuantity, unit);
      return `The list price of ${what} from ${quantity} is ${packMoney(unitPriceMinor, currency, 'en')} per unit.`;
    });
}

function termSentences(product: ProductContent, name: string, term: 'moq' | 'leadTimeDays'): string[] {
  const say = (what: string, value: number): string =>
    term === 'moq'
      ? `The MOQ of ${what} is ${PACK_WORDS.en.quantity(value, product.unit)}.`
      : `The lead time of ${what} is ${PACK_WORDS.en.days(value)}.`;
  const general = product[term];
  const own = activeVariants(product).filter((variant) => variant[term] !== null && variant[term] !== general);
  return [
    ...(general === null ? [] : [say(name, general)]),
    ...own.map((variant) => say(`${name} ${called(variant)}`, variant[term]!)),
  ];
}

function optionSentences({ optionNames, ...product }: ProductContent, name: string): string[] {
  const variants = activeVariants({ optionNames, ...product });
  return optionNames.flatMap((option) => {
    const values = [...new Set(variants.map(({ options }) => options[option]).filter((value) => value !== undefined))];
    return values.length === 0 ? [] : [`${name} comes in ${option.toLowerCase()}: ${values.join(', ')}.`];
  });
}

function called({ options, sku }: Variant): string {
  return Object.values(options).join(' / ') || sku;
}

function until(day: string): string {
  return PACK_WORDS.en.validUntil(packDay(day, 'en'));
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
