'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { BuyerPanelFieldsFragment } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { BUSINESS_TYPES } from './grade-facts.ts';
import { knownCode } from './known-code.ts';

/** Company facts that are known, as rows of a description list. What is not known is not drawn here: "Why" names it. */
export function BuyerFacts({ buyer }: { buyer: BuyerPanelFieldsFragment }) {
  const t = useTranslations('buyers');
  const why = useTranslations('buyers.why');
  const formats = useFormats();
  const type = knownCode(BUSINESS_TYPES, buyer.companyType);
  const site = buyer.webSite === null ? null : webAddress(buyer.webSite);
  return (
    <>
      {buyer.country !== null && <Row name={t('country')}>{formats.country(buyer.country)}</Row>}
      {buyer.language !== null && <Row name={t('language')}>{formats.language(buyer.language)}</Row>}
      {buyer.companyType !== null && (
        <Row name={why('facts.businessType')}>{type ? why(`businessTypes.${type}`) : buyer.companyType}</Row>
      )}
      {buyer.employees !== null && <Row name={why('facts.employees')}>{formats.number(buyer.employees)}</Row>}
      {buyer.webSite !== null && (
        <Row name={why('facts.webSite')}>
          {site ? (
            <a href={site.href} target="_blank" rel="noopener noreferrer nofollow">
              {site.host}
            </a>
          ) : (
            buyer.webSite
          )}
        </Row>
      )}
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

/** Only a web address becomes a link: what a buyer typed may be anything. */
function webAddress(text: string): URL | null {
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.host.includes('.') ? url : null;
}
