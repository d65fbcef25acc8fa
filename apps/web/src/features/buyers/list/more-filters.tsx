'use client';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import type { SetUrlState } from '../../../platform/url-state/use-url-state.ts';
import { COUNTRIES } from '../countries.ts';
import { useCountryChoices } from '../use-country-choices.ts';
import { type BuyersFields, type BuyersValues, MOST_TAGS, RULE_TAGS, SILENCES, STAGES } from './buyers-url.ts';
import classes from './buyers.module.css';
import { MOST_CONDITIONS } from './custom-conditions.ts';
import { CustomFilter } from './custom-filter.tsx';
import type { FilterChoices } from './use-filter-choices.ts';

interface MoreFiltersProps {
  id: string;
  values: BuyersValues;
  set: SetUrlState<BuyersFields>;
  choices: FilterChoices;
}

/** Filters that are used now and then. */
export function MoreFilters({ id, values, set, choices }: MoreFiltersProps) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const countries = useCountryChoices();
  const any = { value: '', label: t('filter.any') };
  /** A select over one of several: it replaces what was chosen; the chips show and take away. */
  const add = <Choice extends string>(chosen: readonly Choice[], all: readonly Choice[], value: string) => {
    const choice = all.find((each) => each === value);
    return choice === undefined || chosen.includes(choice) ? chosen : [...chosen, choice];
  };
  return (
    <div id={id} className={classes.moreFilters}>
      <NativeSelect
        label={t('filter.stage')}
        value=""
        onChange={(event) => set({ stage: add(values.stage, STAGES, event.currentTarget.value) })}
        data={[any, ...STAGES.map((stage) => ({ value: stage, label: t(`stages.${stage}`) }))]}
      />
      <NativeSelect
        label={t('country')}
        value={values.country ?? ''}
        onChange={(event) => set({ country: COUNTRIES.find((code) => code === event.currentTarget.value) ?? null })}
        data={[any, ...countries]}
      />
      <NativeSelect
        label={t('filter.ruleTag')}
        value=""
        onChange={(event) => set({ rule: add(values.rule, RULE_TAGS, event.currentTarget.value) })}
        data={[any, ...RULE_TAGS.map((tag) => ({ value: tag, label: t(`filter.rules.${tag}`) }))]}
      />
      {choices.tags.length > 0 && values.tag.length < MOST_TAGS && (
        <NativeSelect
          label={t('filter.tag')}
          value=""
          onChange={(event) =>
            set({
              tag: add(
                values.tag,
                choices.tags.map((tag) => tag.id),
                event.currentTarget.value,
              ),
            })
          }
          data={[
            any,
            ...choices.tags.map((tag) => ({
              value: tag.id,
              label: `${tag.name} (${formats.number(tag.buyerCount)})`,
            })),
          ]}
        />
      )}
      <NativeSelect
        label={t('filter.silent')}
        value={values.silent ?? ''}
        onChange={(event) => set({ silent: SILENCES.find((days) => days === event.currentTarget.value) ?? null })}
        data={[
          any,
          ...SILENCES.map((days) => ({ value: days, label: t('filter.silentDays', { days: Number(days) }) })),
        ]}
      />
      <Checkbox
        className={classes.waitingBox}
        label={t('filter.waiting')}
        checked={values.waiting !== null}
        onChange={(event) => set({ waiting: event.currentTarget.checked ? 'yes' : null })}
      />
      {choices.fields.length > 0 && values.custom.length < MOST_CONDITIONS && (
        <CustomFilter fields={choices.fields} onAdd={(condition) => set({ custom: [...values.custom, condition] })} />
      )}
    </div>
  );
}
