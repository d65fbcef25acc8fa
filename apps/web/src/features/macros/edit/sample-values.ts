import type { MacroValues } from '@dangol/crm';

/** A day that reads as one in every language. */
const SAMPLE_DAY = new Date('2026-03-16T03:00:00Z');

/** What a sample buyer's conversation would put into a text of a language. Names of people and companies are the same in all. */
export function sampleValues(language: string): MacroValues {
  const locales = [language, 'en'];
  return {
    'buyer.name': 'Anna Kovács',
    'buyer.company': 'Lumo Kft',
    'buyer.country': new Intl.DisplayNames(locales, { type: 'region' }).of('HU') ?? 'HU',
    'member.name': language === 'ko' ? '김지호' : 'Jiho Kim',
    'workspace.name': language === 'ko' ? '한빛코스메틱' : 'Hanbit Cosmetics',
    'conversation.subject': 'Rice cream 50 ml',
    'product.name': 'Rice Cream 50 ml',
    'promised.date': new Intl.DateTimeFormat(locales, { dateStyle: 'long', timeZone: 'UTC' }).format(SAMPLE_DAY),
    'upload.link': 'https://…/u/…',
  };
}
