'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FilterIcon } from '../../../components/icons.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import type { SetUrlState } from '../../../platform/url-state/use-url-state.ts';
import { ChoiceButtons } from '../choice-buttons.tsx';
import { type BuyersFields, type BuyersValues, GRADES, LEVELS } from './buyers-url.ts';
import classes from './buyers.module.css';
import { FilterChips } from './filter-chips.tsx';
import { MoreFilters } from './more-filters.tsx';
import { useFilterChoices } from './use-filter-choices.ts';

interface BuyersFiltersProps {
  values: BuyersValues;
  set: SetUrlState<BuyersFields>;
  onClear: () => void;
}

/** Search and the filters used all day in one line, the rest a press away; what is in force stands below, each to take away. */
export function BuyersFilters({ values, set, onClear }: BuyersFiltersProps) {
  const t = useTranslations('buyers');
  const choices = useFilterChoices();
  const [more, setMore] = useState(false);
  return (
    <div className={classes.filterBox} role="search" aria-label={t('filters')}>
      <div className={classes.filters}>
        <SearchField
          label={t('search')}
          placeholder={t('searchPlaceholder')}
          value={values.q}
          onSearch={(q) => set({ q }, 'replace')}
          className={classes.search}
        />
        <ChoiceButtons label={t('grade')} choices={GRADES} chosen={values.grade} onChange={(grade) => set({ grade })} />
        <ChoiceButtons
          label={t('platformLevel')}
          choices={LEVELS}
          chosen={values.level}
          onChange={(level) => set({ level })}
        />
        {choices.owners.length > 0 && (
          <NativeSelect
            aria-label={t('owner')}
            value={values.owner ?? ''}
            onChange={(event) => set({ owner: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('anyOwner') },
              { value: 'none', label: t('filter.unowned') },
              ...choices.owners.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Button
          variant="default"
          leftSection={<FilterIcon />}
          aria-expanded={more}
          aria-controls="buyers-more-filters"
          onClick={() => setMore((was) => !was)}
        >
          {t(more ? 'filter.fewer' : 'filter.more')}
        </Button>
      </div>
      {more && <MoreFilters id="buyers-more-filters" values={values} set={set} choices={choices} />}
      <FilterChips values={values} set={set} choices={choices} onClear={onClear} />
    </div>
  );
}
