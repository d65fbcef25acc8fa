/** A header as headers are compared: no case, width, spaces or punctuation. `Order No. *` and `order_no` are the same. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * What a header may be known by, best first: the whole of it, without what stands in brackets (`금액(USD)`), and the parts of a
 * header in two languages (`주문번호 / Order No.`). Plain, each once.
 */
export function headerVariants(header: string): string[] {
  const open = header
    .normalize('NFKC')
    .replace(/[【〔]/g, '[')
    .replace(/[】〕]/g, ']');
  const whole = plainHeader(open);
  const bare = plainHeader(open.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  const parts = open.split(/[/|\n,;:·•()[\]]|\s-\s/).map(plainHeader);
  return [...new Set([whole, bare, ...parts])].filter((variant) => variant !== '');
}

/** The currency that a header names, as `Amount (USD)`, `금액(원)` or `단가 $` do; null when it names none. */
export function currencyOfHeader(header: string): string | null {
  const code =
    /(?:^|[^A-Za-z])(USD|EUR|KRW|JPY|CNY|GBP|AUD|CAD|SGD|HKD|TWD|THB|VND|AED|CHF|INR|RUB|BRL|MXN)(?:[^A-Za-z]|$)/i.exec(
      header,
    );
  if (code) return code[1]!.toUpperCase();
  const bracketed = /[([（【]\s*([^)\]）】]+?)\s*[)\]）】]/.exec(header)?.[1];
  const sign = bracketed ?? /[₩€£]|US\$/.exec(header)?.[0];
  return sign ? (CURRENCY_SIGNS[sign.toLowerCase()] ?? null) : null;
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  '₩': 'KRW',
  원: 'KRW',
  krw: 'KRW',
  '€': 'EUR',
  '£': 'GBP',
  us$: 'USD',
  $: 'USD',
  달러: 'USD',
  美元: 'USD',
  人民币: 'CNY',
  元: 'CNY',
  엔: 'JPY',
  日元: 'JPY',
};
