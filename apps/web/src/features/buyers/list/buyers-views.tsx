'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ChevronDownIcon } from '../../../components/icons.tsx';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '../../../components/menu.tsx';
import { BuyersViewsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import type { SetUrlState } from '../../../platform/url-state/use-url-state.ts';
import { type BuyersFields, type BuyersValues, NO_FILTERS, buyersUrl } from './buyers-url.ts';

const SaveViewDialog = dynamic(() => import('./save-view-dialog.tsx').then((module) => module.SaveViewDialog), {
  ssr: false,
});
const ViewsDialog = dynamic(() => import('./views-dialog.tsx').then((module) => module.ViewsDialog), { ssr: false });

interface BuyersViewsProps {
  values: BuyersValues;
  set: SetUrlState<BuyersFields>;
}

/** Kept sets of filters: one's own and those shared with the team. */
export function BuyersViews({ values, set }: BuyersViewsProps) {
  const t = useTranslations('buyers.views');
  const { data, reload } = useScreenQuery(BuyersViewsDocument, {});
  const [dialog, setDialog] = useState<'save' | 'all' | null>(null);
  const views = data?.savedViews ?? [];
  const query = buyersUrl.query(new URLSearchParams(), values);
  const current = views.find((view) => view.query === query) ?? null;
  const apply = (kept: string) => set({ ...NO_FILTERS, ...buyersUrl.parse(new URLSearchParams(kept)).values });
  const items = (all: typeof views) =>
    all.map((view) => (
      <MenuItem key={view.id} checked={view === current} onClick={() => apply(view.query)}>
        {view.name}
      </MenuItem>
    ));
  const mine = views.filter((view) => view.mine);
  const shared = views.filter((view) => !view.mine);
  return (
    <>
      <Menu
        label={t('title')}
        align="end"
        trigger={(props) => (
          <Button variant="default" rightSection={<ChevronDownIcon />} {...props}>
            {current?.name ?? t('title')}
          </Button>
        )}
      >
        {mine.length > 0 && <MenuLabel>{t('mine')}</MenuLabel>}
        {items(mine)}
        {shared.length > 0 && <MenuLabel>{t('shared')}</MenuLabel>}
        {items(shared)}
        {views.length > 0 && <MenuDivider />}
        <MenuItem onClick={() => setDialog('save')}>{t('save')}</MenuItem>
        {views.length > 0 && <MenuItem onClick={() => setDialog('all')}>{t('manage')}</MenuItem>}
      </Menu>
      {dialog === 'save' && <SaveViewDialog query={query} onClose={() => setDialog(null)} onSaved={reload} />}
      {dialog === 'all' && <ViewsDialog views={views} onClose={() => setDialog(null)} onChanged={reload} />}
    </>
  );
}
