'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SearchField } from '../../../components/search-field.tsx';
import { ProductCategoriesDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import type { SetUrlState } from '../../../platform/url-state/use-url-state.ts';
import { PARTS, type ProductsFields, type ProductsValues, STATUSES } from './products-url.ts';
import classes from './list.module.css';

/** Search, and the filters of the catalogue in one line. */
export function ProductsFilters({
  values,
  set,
  onClear,
}: {
  values: ProductsValues;
  set: SetUrlState<ProductsFields>;
  /** null: nothing is filtered. */
  onClear: (() => void) | null;
}) {
  const t = useTranslations('products');
  const formats = useFormats();
  const categories = useScreenQuery(
    ProductCategoriesDocument,
    {},
    { refreshOn: ({ subjectKind }) => subjectKind === 'product' },
  );
  const groups = categories.data?.productCategories ?? [];
  const known = values.category === null || groups.some(({ name }) => name === values.category);
  return (
    <div className={classes.filters} role="search" aria-label={t('filters')}>
      <SearchField
        label={t('search')}
        value={values.q}
        onSearch={(q) => set({ q }, 'replace')}
        className={classes.search}
      />
      <NativeSelect
        aria-label={t('status')}
        value={values.status[0] ?? ''}
        onChange={(event) => {
          const status = STATUSES.find((each) => each === event.currentTarget.value);
          set({ status: status ? [status] : [] });
        }}
        data={[
          { value: '', label: t('offered') },
          ...STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('category')}
        value={values.category ?? ''}
        onChange={(event) => set({ category: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('anyCategory') },
          ...(known || values.category === null ? [] : [{ value: values.category, label: values.category }]),
          ...groups.map(({ name, productCount }) => ({
            value: name,
            label: t('categoryCount', { name, count: formats.number(productCount) }),
          })),
        ]}
      />
      <NativeSelect
        aria-label={t('missingFilter')}
        value={values.missing[0] ?? ''}
        onChange={(event) => {
          const part = [...PARTS, 'ANY' as const].find((each) => each === event.currentTarget.value);
          set({ missing: part ? [part] : [] });
        }}
        data={[
          { value: '', label: t('missingFilter') },
          { value: 'ANY', label: t('missingAny') },
          ...PARTS.map((part) => ({ value: part, label: t('missingOne', { part: t(`parts.${part}`) }) })),
        ]}
      />
      <button
        type="button"
        className={classes.toggle}
        aria-pressed={values.new !== null}
        onClick={() => set({ new: values.new === null ? 'yes' : null })}
      >
        {t('newOnly')}
      </button>
      {onClear && (
        <Button variant="subtle" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
    </div>
  );
}
