import { BUSINESS_TYPES, visibleLine, visibleText, webAddress } from '@dangol/crm';
import type { BuyerEntity } from '@dangol/db';
import { countryCode } from '../country-code.ts';
import { languageCode, timeZoneName } from './language-and-zone.ts';
import type { BuyerFields } from './record.input.ts';

/** Name of a field that people edit: in the input and in the entity. */
export type EditableField = keyof BuyerFields & keyof BuyerEntity;

type Read = { readonly value: unknown } | { readonly problem: string };

/** How each field of the input is read: the value that is stored (null clears), or what is wrong with it. */
export const EDITABLE_FIELDS: Readonly<Record<EditableField, (entered: NonNullable<unknown>) => Read>> = {
  name: (text) => valueOr(visibleLine(String(text)), 'A name must hold something that can be seen'),
  company: (text) => ({ value: visibleLine(String(text)) }),
  country: (text) => valueOr(countryCode(String(text)), 'There is no country with this ISO 3166-1 code'),
  language: (text) => valueOr(languageCode(String(text)), 'There is no language with this code'),
  timeZone: (text) => valueOr(timeZoneName(String(text)), 'There is no time zone of this name'),
  address: (text) => ({ value: visibleText(String(text)) }),
  companyType: (text) =>
    valueOr(BUSINESS_TYPES.find((type) => type === text) ?? null, `It must be one of ${BUSINESS_TYPES.join(', ')}`),
  employees: (count) => ({ value: count }),
  annualPurchaseMinor: (minor) => valueOr((minor as bigint) >= 0n ? minor : null, 'It cannot be below zero'),
  webSite: (text) => valueOr(webAddress(String(text)), 'A web site begins with https:// or http://'),
  links: (links) => readLinks(links as NonNullable<BuyerFields['links']>),
};

/** What `entered` is stored as. An empty text clears like null; a name cannot be cleared, links are none instead of null. */
export function readField(field: EditableField, entered: unknown): Read {
  const cleared = entered === null || entered === undefined || (typeof entered === 'string' && entered.trim() === '');
  if (!cleared) return EDITABLE_FIELDS[field](entered);
  if (field === 'name') return { problem: 'A buyer keeps a name' };
  return { value: field === 'links' ? [] : null };
}

/** A value as the refusal shows it, and as two values are compared. */
export function fieldText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (!Array.isArray(value)) return String(value);
  const links = value as readonly { label: string; url: string }[];
  return links.length === 0 ? null : links.map(({ label, url }) => `${label}: ${url}`).join('\n');
}

function valueOr(value: unknown, problem: string): Read {
  return value === null ? { problem } : { value };
}

function readLinks(links: NonNullable<BuyerFields['links']>): Read {
  const read = links.map(({ label, url }) => ({ label: visibleLine(label), url: webAddress(url) }));
  if (read.some(({ url }) => url === null)) return { problem: 'A link begins with https:// or http://' };
  if (read.some(({ label }) => label === null)) return { problem: 'A link needs a label' };
  return { value: read };
}
