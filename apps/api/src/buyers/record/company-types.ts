/** What a buyer can be (GLOSSARY, company type); the grade reads it. */
export const COMPANY_TYPES = ['distributor', 'brand', 'chain', 'retailer', 'other'] as const;

/** One company type. */
export type CompanyType = (typeof COMPANY_TYPES)[number];
