'use client';
import { useTranslations } from 'next-intl';
import { ChevronDownIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { cappedCount } from './capped-count.ts';
import classes from './queue.module.css';

interface FacetChoiceProps {
  label: string;
  /** null while they are read. */
  facets: readonly { readonly value: string; readonly count: number }[] | null;
  chosen: readonly string[];
  nameOf: (value: string) => string;
  onChange: (chosen: readonly string[]) => void;
}

/** Several values of one kind, each with how many rows it has; closed it says what is chosen. */
export function FacetChoice({ label, facets, chosen, nameOf, onChange }: FacetChoiceProps) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const found = facets ?? [];
  // What is chosen stays in sight also where nothing is left of it, so that it can be taken back.
  const lost = chosen.filter((value) => !found.some((facet) => facet.value === value));
  const choices = [...found, ...lost.map((value) => ({ value, count: 0 }))];
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <details className={classes.facet}>
      <summary>
        <span className={classes.facetLabel}>{label}</span>
        <span className={classes.facetChosen}>{chosen.length === 0 ? t('any') : chosen.map(nameOf).join(', ')}</span>
        <ChevronDownIcon />
      </summary>
      <fieldset>
        <legend className="visually-hidden">{label}</legend>
        {facets !== null && choices.length === 0 && <p className={classes.facetNone}>{t('noChoice')}</p>}
        {choices.map(({ value, count }) => (
          <label key={value} className={classes.facetOption}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            <span>{nameOf(value)}</span>
            <span className={classes.facetCount}>{cappedCount(count, formats.number)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
