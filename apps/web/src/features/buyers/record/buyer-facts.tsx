'use client';
import { BUSINESS_TYPES } from '@dangol/crm';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { BuyerPanelFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { knownCode } from '../known-code.ts';
import { WebLink } from './rail/web-link.tsx';

/** Company facts that are known, as rows of a description list. What is not known is not drawn here: "Why" names it. */
export function BuyerFacts({ buyer }: { buyer: BuyerPanelFieldsFragment }) {
  const t = useTranslations('buyers');
  const why = useTranslations('buyers.why');
  const formats = useFormats();
  const type = knownCode(BUSINESS_TYPES, buyer.companyType);
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
          <WebLink address={buyer.webSite} />
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
