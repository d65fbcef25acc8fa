'use client';
import { BUSINESS_TYPES } from '@dangol/crm';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { Panel } from '../../../../components/page-frame.tsx';
import { amountText, parseAmount } from '../../../../platform/forms/parse-amount.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspace } from '../../../../platform/viewer/viewer-provider.tsx';
import { knownCode } from '../../known-code.ts';
import { useCountryChoices } from '../../use-country-choices.ts';
import { FACT_FIELDS, type FactField, factOf, readEmployees } from './buyer-fields.ts';
import type { RailPanelProps } from './buyer-rail.tsx';
import { EditableRow, type RowOutcome } from './editable-row.tsx';
import classes from './editable-row.module.css';
import { LANGUAGES } from './languages.ts';
import type { RowInputKind } from './row-input.tsx';
import { useSaveFact } from './use-save-fact.ts';
import { WebLink } from './web-link.tsx';

/** What is known of the company, each fact changed where it stands. */
export function CompanyPanel({ buyer, mayChange, onChanged }: RailPanelProps) {
  const t = useTranslations('buyers');
  const may = useMay();
  const { baseCurrency } = useWorkspace();
  const { saveFact, invalid } = useSaveFact(buyer.id);
  const inputs = useInputs();
  const show = useShow();

  const save = async (field: FactField, typed: string | null, seen: string | null): Promise<RowOutcome> => {
    if (typed === null) return saveFact(field, null, seen);
    if (field === 'employees') {
      const people = readEmployees(typed);
      return people === undefined ? invalid('employees') : saveFact(field, people, seen);
    }
    return saveFact(field, typed, seen);
  };
  /** Money is edited as people write it and kept in minor units. */
  const saveMoney = async (typed: string | null, seen: string | null): Promise<RowOutcome> => {
    const minor = typed === null ? null : parseAmount(typed, baseCurrency);
    if (typed !== null && (minor === null || minor < 0n)) return invalid('annualPurchaseMinor');
    const before = seen === null ? null : parseAmount(seen, baseCurrency);
    const outcome = await saveFact('annualPurchaseMinor', minor?.toString() ?? null, before?.toString() ?? null);
    return outcome.kind === 'conflict' && outcome.current !== null
      ? { ...outcome, current: amountText(outcome.current, baseCurrency) }
      : outcome;
  };
  return (
    <Panel title={t('company')}>
      <dl className={classes.list}>
        {FACT_FIELDS.filter((field) => field !== 'annualPurchaseMinor' || may('money:read')).map((field) => {
          const value = factOf(buyer, field);
          const isMoney = field === 'annualPurchaseMinor';
          return (
            <EditableRow
              key={field}
              label={t(`facts.${field}`)}
              value={isMoney && value !== null ? amountText(value, baseCurrency) : value}
              show={(text) => show(field, text)}
              input={inputs[field]}
              required={field === 'name'}
              mayChange={mayChange}
              save={isMoney ? saveMoney : (next, seen) => save(field, next, seen)}
              onChanged={onChanged}
            />
          );
        })}
      </dl>
    </Panel>
  );
}

function useInputs(): Record<FactField, RowInputKind> {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const countries = useCountryChoices();
  const { baseCurrency } = useWorkspace();
  return useMemo(
    () => ({
      name: { kind: 'text' },
      company: { kind: 'text' },
      country: { kind: 'choice', choices: countries },
      language: {
        kind: 'choice',
        choices: LANGUAGES.map((code) => ({ value: code, label: formats.language(code) })),
      },
      timeZone: {
        kind: 'choice',
        choices: Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
      },
      companyType: {
        kind: 'choice',
        choices: BUSINESS_TYPES.map((type) => ({ value: type, label: t(`why.businessTypes.${type}`) })),
      },
      employees: { kind: 'number' },
      annualPurchaseMinor: { kind: 'money', hint: baseCurrency },
      webSite: { kind: 'url' },
      address: { kind: 'lines', maxLength: 500 },
    }),
    [t, formats, countries, baseCurrency],
  );
}

function useShow(): (field: FactField, value: string) => ReactNode {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const { baseCurrency } = useWorkspace();
  return (field, value) => {
    switch (field) {
      case 'country':
        return formats.country(value);
      case 'language':
        return formats.language(value);
      case 'companyType': {
        const type = knownCode(BUSINESS_TYPES, value);
        return type ? t(`why.businessTypes.${type}`) : value;
      }
      case 'employees':
        return formats.number(Number(value));
      case 'annualPurchaseMinor': {
        const minor = parseAmount(value, baseCurrency);
        return minor === null ? value : formats.money({ minor: minor.toString(), currency: baseCurrency });
      }
      case 'webSite':
        return <WebLink address={value} />;
      case 'timeZone':
        return value.replaceAll('_', ' ');
      case 'name':
      case 'company':
      case 'address':
        return value;
    }
  };
}
