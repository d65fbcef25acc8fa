'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlusIcon } from '../../../components/icons.tsx';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { type GoalRowFragment, GoalsPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../../exports/index.ts';
import { AsOf } from '../period-bar.tsx';
import classes from '../reports.module.css';
import { useAsOf } from '../use-as-of.ts';
import { GoalCard } from './goal-card.tsx';
import { GoalEditor } from './goal-editor.tsx';

/** Export targets: how they are meant to be reached, and how far the paid orders have come. */
export function GoalsScreen() {
  const t = useTranslations('reports.goals');
  const may = useMay();
  const query = useScreenQuery(GoalsPageDocument, {}, { refreshOn: ({ verb }) => verb.startsWith('goal.') });
  const asOf = useAsOf(query.data);
  const [editing, setEditing] = useState<GoalRowFragment | 'new' | null>(null);
  const goals = query.data?.goals ?? [];
  const manages = may('goal:manage');
  const add = (
    <Button leftSection={<PlusIcon />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <div className={classes.toolbar}>
        {manages && editing === null && goals.length > 0 ? add : <span />}
        <DownloadMenu list="goals" quiet />
        <AsOf asOf={asOf} refreshing={query.refreshing} onRefresh={query.reload} />
      </div>
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && <Loading onRetry={query.reload} rows={4} />}
      {editing !== null && (
        <GoalEditor
          key={editing === 'new' ? 'new' : editing.id}
          goal={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={query.reload}
        />
      )}
      {query.data !== null && goals.length === 0 && editing === null && (
        <EmptyState title={t('none')} action={manages ? add : null}>
          {t('noneText')}
        </EmptyState>
      )}
      {goals.map((goal) => (
        <GoalCard key={goal.id} goal={goal} onEdit={manages ? () => setEditing(goal) : null} onDeleted={query.reload} />
      ))}
    </>
  );
}
