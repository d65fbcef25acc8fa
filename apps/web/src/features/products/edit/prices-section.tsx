'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PlusIcon } from '../../../components/icons.tsx';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './edit.module.css';
import { PriceListCard } from './price-list-card.tsx';
import { newList } from './product-draft.ts';
import { Section } from './section.tsx';
import type { ProductForm } from './use-product-form.ts';

/** List prices: a list for each currency, and for a country or a variant that has prices of its own. */
export function PricesSection({ form }: { form: ProductForm }) {
  const t = useTranslations('products');
  const { baseCurrency } = useWorkspace();
  const { draft, addRow } = form;
  return (
    <Section id="prices" title={t('prices')} lead={t('pricesLead')}>
      {draft.lists.map((list, index) => (
        <PriceListCard key={list.key} form={form} list={list} row={index + 1} />
      ))}
      <Button
        variant="default"
        className={classes.add}
        leftSection={<PlusIcon />}
        onClick={() => addRow('lists', newList(draft.lists.at(-1)?.currency ?? baseCurrency))}
      >
        {t('addList')}
      </Button>
    </Section>
  );
}
