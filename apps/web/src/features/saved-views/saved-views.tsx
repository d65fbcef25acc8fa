'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { ChevronDownIcon } from '../../components/icons.tsx';
import { lazyPart } from '../../components/lazy-part.tsx';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '../../components/menu.tsx';
import { type SavedViewsQuery, type ViewScreen, SavedViewsDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';

export type View = SavedViewsQuery['savedViews'][number];

const ManageViews = lazyPart(() => import('./manage-views.tsx').then((module) => module.ManageViews));

const KEEP_ALL: readonly string[] = [];

/** Filters kept under a name: choose one, save the present ones, share or delete one's own. */
export function SavedViews({
  screen,
  page,
  leaveOut = KEEP_ALL,
}: {
  screen: ViewScreen;
  page: string;
  /** Parameters of the address that are the reader's own place, not part of the view. */
  leaveOut?: readonly string[];
}) {
  const t = useTranslations('savedViews');
  const href = useWorkspaceHref();
  const parameters = new URLSearchParams(useSearchParams());
  for (const name of leaveOut) parameters.delete(name);
  const present = parameters.toString();
  const { data, reload } = useScreenQuery(SavedViewsDocument, { screen });
  const [managing, setManaging] = useState(false);
  const views = data?.savedViews ?? [];
  const chosen = views.find(({ query }) => sameQuery(query, present));
  const open = (query: string) => window.history.pushState(null, '', `${href(page)}${query === '' ? '' : `?${query}`}`);
  return (
    <>
      <Menu
        label={t('label')}
        width="18rem"
        trigger={(props) => (
          <Button variant="default" rightSection={<ChevronDownIcon />} {...props}>
            {chosen?.name ?? t('label')}
          </Button>
        )}
      >
        {views.length === 0 && <MenuLabel>{t('none')}</MenuLabel>}
        {views.map((view) => (
          <MenuItem key={view.id} checked={view === chosen} onClick={() => open(view.query)}>
            {view.mine ? view.name : t('of', { name: view.name, owner: view.ownerName })}
          </MenuItem>
        ))}
        <MenuDivider />
        <MenuItem onClick={() => setManaging(true)}>{t('manage')}</MenuItem>
      </Menu>
      {managing && (
        <ManageViews
          screen={screen}
          present={present}
          views={views}
          onClose={() => setManaging(false)}
          onChanged={reload}
        />
      )}
    </>
  );
}

/** The order of parameters says nothing. */
function sameQuery(left: string, right: string): boolean {
  const sorted = (query: string) => {
    const parameters = new URLSearchParams(query);
    parameters.sort();
    return parameters.toString();
  };
  return sorted(left) === sorted(right);
}
