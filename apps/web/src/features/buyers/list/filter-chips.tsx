'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import type { SetUrlState } from '../../../platform/url-state/use-url-state.ts';
import type { BuyersFields, BuyersValues } from './buyers-url.ts';
import classes from './buyers.module.css';
import type { FilterChoices } from './use-filter-choices.ts';

interface FilterChipsProps {
  values: BuyersValues;
  set: SetUrlState<BuyersFields>;
  choices: FilterChoices;
  onClear: () => void;
}

interface Chip {
  key: string;
  text: string;
  without: Partial<BuyersValues>;
}

/** Every filter in force, as a button that takes it away; and one that takes away all. */
export function FilterChips({ values, set, choices, onClear }: FilterChipsProps) {
  const t = useTranslations('buyers');
  const chips = useChips(values, choices);
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('filter.inForce')}>
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <button type="button" aria-label={t('filter.remove', { filter: text })} onClick={() => set(without)}>
            <span dir="auto">{text}</span>
            <CloseIcon />
          </button>
        </li>
      ))}
      <li>
        <Button variant="subtle" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      </li>
    </ul>
  );
}

function useChips(values: BuyersValues, choices: FilterChoices): Chip[] {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const less = <Value,>(all: readonly Value[], one: Value) => all.filter((each) => each !== one);
  const { q, grade, level, stage, country, owner, tag, rule, silent, waiting, custom } = values;
  return [
    ...(q === '' ? [] : [{ key: 'q', text: t('filter.searched', { text: q }), without: { q: '' } }]),
    ...grade.map((each) => ({ key: each, text: t('gradeIs', { grade: each }), without: { grade: less(grade, each) } })),
    ...level.map((each) => ({
      key: each,
      text: t('filter.levelIs', { level: each }),
      without: { level: less(level, each) },
    })),
    ...stage.map((each) => ({ key: each, text: t(`stages.${each}`), without: { stage: less(stage, each) } })),
    ...(country === null ? [] : [{ key: 'country', text: formats.country(country), without: { country: null } }]),
    ...(owner === null
      ? []
      : [
          {
            key: 'owner',
            text:
              owner === 'none'
                ? t('filter.unowned')
                : t('ownerIs', { name: choices.owners.find(({ id }) => id === owner)?.name ?? '…' }),
            without: { owner: null },
          },
        ]),
    ...rule.map((each) => ({ key: each, text: t(`filter.rules.${each}`), without: { rule: less(rule, each) } })),
    ...tag.map((each) => ({
      key: each,
      text: t('filter.tagIs', { tag: choices.tags.find(({ id }) => id === each)?.name ?? t('filter.gone') }),
      without: { tag: less(tag, each) },
    })),
    ...(silent === null
      ? []
      : [{ key: 'silent', text: t('filter.silentDays', { days: Number(silent) }), without: { silent: null } }]),
    ...(waiting === null ? [] : [{ key: 'waiting', text: t('filter.waiting'), without: { waiting: null } }]),
    ...custom.map((each, index) => ({
      key: `custom ${index}`,
      text: t(each.value === '' ? 'filter.conditionAlone' : 'filter.condition', {
        field: choices.fields.find(({ id }) => id === each.fieldId)?.name ?? t('filter.gone'),
        operator: t(`filter.operators.${each.operator}`),
        value: each.value,
      }),
      without: { custom: less(custom, each) },
    })),
  ];
}
