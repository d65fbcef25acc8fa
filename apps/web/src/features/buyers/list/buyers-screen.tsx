'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { BuyersIcon, PlusIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { PageFrame } from '../../../components/page-frame.tsx';
import { Bone, EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useUrlState } from '../../../platform/url-state/use-url-state.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../../exports/index.ts';
import { ImportLink } from '../../imports/index.ts';
import { SavedViews } from '../../saved-views/index.ts';
import { DuplicatesButton } from '../merge/duplicates-button.tsx';
import { BuyersFilters } from './buyers-filters.tsx';
import { BuyersTable } from './buyers-table.tsx';
import { NO_FILTERS, buyersUrl } from './buyers-url.ts';
import { toFilter } from './to-filter.ts';
import { useBuyers } from './use-buyers.ts';

const NewBuyerDialog = lazyPart(() => import('./new-buyer-dialog.tsx').then((module) => module.NewBuyerDialog));

/** All buyers, the best first, with filters in the address. */
export function BuyersScreen() {
  const t = useTranslations('buyers');
  const may = useMay();
  const [values, set] = useUrlState(buyersUrl);
  const [adding, setAdding] = useState(false);
  const filter = useMemo(() => toFilter(values), [values]);
  const list = useBuyers(filter, values.q);
  const active = Object.keys(filter).length > 0 || values.q !== '';
  const clear = () => set(NO_FILTERS);
  return (
    <PageFrame
      title={t('title')}
      lead={<Lead total={list.total} />}
      wide
      actions={
        <>
          {may('buyer:merge') && <DuplicatesButton />}
          <SavedViews screen="BUYERS" page="buyers" />
          <ImportLink kind="BUYERS" />
          <DownloadMenu
            list="buyers"
            also={['contacts', 'orders', 'order-lines']}
            filter={filter}
            query={{ search: values.q }}
          />
          {may('buyer:write') && (
            <Button leftSection={<PlusIcon />} onClick={() => setAdding(true)}>
              {t('newBuyer.open')}
            </Button>
          )}
        </>
      }
    >
      <BuyersFilters values={values} set={set} onClear={clear} />
      {list.failure && <FailureState failure={list.failure} onRetry={list.reload} compact={list.rows !== null} />}
      {list.rows === null && !list.failure && (
        <Loading onRetry={list.reload}>
          {Array.from({ length: 8 }, (_, row) => (
            <Bone key={row} height="3.5rem" />
          ))}
        </Loading>
      )}
      {list.rows?.length === 0 &&
        (active ? (
          <EmptyState
            icon={<BuyersIcon />}
            title={t('noMatch')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          >
            {t('noMatchText')}
          </EmptyState>
        ) : (
          <EmptyState icon={<BuyersIcon />} title={t('none')}>
            {t('noneText')}
          </EmptyState>
        ))}
      {list.rows !== null && list.rows.length > 0 && <BuyersTable list={list} rows={list.rows} />}
      {adding && <NewBuyerDialog onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}

function Lead({ total }: { total: ReturnType<typeof useBuyers>['total'] }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  if (total === null || total.count === 0) return <>{t('lead')}</>;
  const shown = formats.number(total.count);
  return (
    <span role="status">
      {t(total.capped ? 'totalCapped' : 'total', { count: total.count, shown })} {t('lead')}
    </span>
  );
}
