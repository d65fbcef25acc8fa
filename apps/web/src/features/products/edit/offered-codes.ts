/** Currencies that export prices are quoted in, the usual ones first; a product's own are added. */
const OFFERED = ['USD', 'EUR', 'KRW', 'JPY', 'CNY', 'GBP', 'AUD', 'CAD', 'SGD', 'HKD', 'TWD', 'THB', 'VND', 'IDR', 'INR', 'MXN', 'BRL', 'AED', 'SAR']; // prettier-ignore
/** Languages of buyers that names are kept in; a product's own are added. */
const SPOKEN = ['ko', 'en', 'zh', 'ja', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'pl', 'hu', 'cs', 'sv', 'ru', 'uk', 'tr', 'ar', 'he', 'hi', 'th', 'vi', 'id', 'ms']; // prettier-ignore

export const currenciesWith = (own: string) => (OFFERED.includes(own) ? OFFERED : [own, ...OFFERED]);
export const languagesWith = (own: string) => (SPOKEN.includes(own) ? SPOKEN : [own, ...SPOKEN]);
