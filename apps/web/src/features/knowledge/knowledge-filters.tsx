'use client';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SearchIcon } from '../../components/icons.tsx';
import type { SetUrlState } from '../../platform/url-state/use-url-state.ts';
import type { UrlValues } from '../../platform/url-state/url-state.ts';
import classes from './knowledge.module.css';
import { type KnowledgeFieldsOfUrl, STATES, VISIBILITIES } from './knowledge-url.ts';
import { useCategoryName } from './use-category-name.ts';

/** Which entries are listed; the address keeps it. */
export function KnowledgeFilters({
  values,
  set,
  categories,
}: {
  values: UrlValues<KnowledgeFieldsOfUrl>;
  set: SetUrlState<KnowledgeFieldsOfUrl>;
  categories: readonly { readonly name: string; readonly entryCount: number }[];
}) {
  const t = useTranslations('knowledge');
  const categoryName = useCategoryName();
  const names = [...new Set([...categories.map(({ name }) => name), ...(values.category ? [values.category] : [])])];
  return (
    <div className={classes.filters} role="search" aria-label={t('filters')}>
      <TextInput
        className={classes.search}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<SearchIcon />}
        data-page-search
        maxLength={200}
        autoComplete="off"
        value={values.q}
        onChange={(event) => set({ q: event.currentTarget.value }, 'replace')}
      />
      <NativeSelect
        aria-label={t('category')}
        value={values.category}
        onChange={(event) => set({ category: event.currentTarget.value })}
        data={[
          { value: '', label: t('anyCategory') },
          ...names.map((name) => ({
            value: name,
            label: t('categoryCount', {
              name: categoryName(name),
              count: categories.find((each) => each.name === name)?.entryCount ?? 0,
            }),
          })),
        ]}
      />
      <NativeSelect
        aria-label={t('visibility')}
        value={values.visibility}
        onChange={(event) =>
          set({ visibility: VISIBILITIES.find((each) => each === event.currentTarget.value) ?? 'all' })
        }
        data={[
          { value: 'all', label: t('anyVisibility') },
          { value: 'PUBLIC', label: t('public') },
          { value: 'INTERNAL', label: t('internal') },
        ]}
      />
      <NativeSelect
        aria-label={t('validity')}
        value={values.state}
        onChange={(event) => set({ state: STATES.find((each) => each === event.currentTarget.value) ?? 'all' })}
        data={[
          { value: 'all', label: t('anyValidity') },
          { value: 'valid', label: t('valid') },
          { value: 'expired', label: t('onlyExpired') },
        ]}
      />
    </div>
  );
}
