'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { GradeBadge } from '../../../components/badges.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { DeleteGoalDocument, type GoalRowFragment } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useFailureText } from '../../../platform/graphql/use-failure-text.ts';
import { useReportFormats } from '../use-report-formats.ts';
import classes from './goals.module.css';
import { PlanLine } from './plan-line.tsx';

/** One goal: its plan to the last cent, and what came in. */
export function GoalCard({
  goal,
  onEdit,
  onDeleted,
}: {
  goal: GoalRowFragment;
  /** Null for those who may only read. */
  onEdit: (() => void) | null;
  onDeleted: () => void;
}) {
  const t = useTranslations('reports.goals');
  const formats = useFormats();
  const report = useReportFormats();
  const failureText = useFailureText();
  const { show } = useToasts();
  const [remove, removing] = useAct(DeleteGoalDocument);
  const [leaving, setLeaving] = useState(false);
  const { plan } = goal;

  const finish = async () => {
    const { data, failure } = await remove({ id: goal.id });
    setLeaving(false);
    onDeleted();
    if (failure !== null) return show({ message: failureText(failure), tone: 'bad' });
    return show(
      data.deleteGoal.__typename === 'Removed'
        ? { message: t('deleted', { name: goal.name }), tone: 'good' }
        : { message: t('gone'), tone: 'bad' },
    );
  };

  return (
    <Panel
      title={goal.name}
      lead={t('facts', {
        year: String(goal.year),
        counted: t(`counted.${goal.counted}`),
        owner: goal.owner?.name ?? t('noOwner'),
        due: formats.date(goal.dueOn),
      })}
      actions={
        onEdit !== null && (
          <>
            <Button variant="default" onClick={onEdit} aria-label={t('editOf', { name: goal.name })}>
              {t('edit')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              c="inherit"
              onClick={() => setLeaving(true)}
              aria-label={t('deleteOf', { name: goal.name })}
            >
              {t('delete')}
            </Button>
          </>
        )
      }
    >
      <div className={classes.card}>
        <PlanLine
          productMinor={BigInt(plan.product.minor)}
          targetMinor={BigInt(goal.target.minor)}
          gapMinor={BigInt(plan.gap.minor)}
          currency={goal.target.currency}
          buyersNeeded={plan.buyersNeeded}
        />
        {plan.paid !== null && plan.progressPercent !== null && (
          <div className={classes.progress}>
            <p>
              <strong>{report.percent(plan.progressPercent / 100)}</strong>{' '}
              {t('progress', { paid: report.money(plan.paid), target: report.money(goal.target) })}
            </p>
            <div className={classes.meter} aria-hidden>
              <div style={{ width: `${Math.min(100, plan.progressPercent)}%` }} />
            </div>
            <p className={classes.dim}>
              {plan.reorderShare === null
                ? t('nothingPaid')
                : t('reorders', { share: report.percent(plan.reorderShare) })}
            </p>
          </div>
        )}
        <GroupTable goal={goal} />
      </div>
      <ConfirmDialog
        opened={leaving}
        title={t('deleteTitle', { name: goal.name })}
        act={t('delete')}
        running={removing}
        onClose={() => setLeaving(false)}
        onConfirm={() => void finish()}
      >
        <p>{t('deleteText')}</p>
      </ConfirmDialog>
    </Panel>
  );
}

/** Plan and present of each grade, side by side. */
function GroupTable({ goal }: { goal: GoalRowFragment }) {
  const t = useTranslations('reports.goals');
  const formats = useFormats();
  const report = useReportFormats();
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('groupsOf', { name: goal.name })}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('grade')}</th>
            <th scope="col">{t('buyersPlanned')}</th>
            <th scope="col">{t('averagePlanned')}</th>
            <th scope="col">{t('product')}</th>
            <th scope="col">{t('buyersNow')}</th>
            <th scope="col">{t('averageNow')}</th>
            <th scope="col">{t('paid')}</th>
          </tr>
        </thead>
        <tbody>
          {goal.groups.map((group) => (
            <tr key={group.grade}>
              <th scope="row">
                <GradeBadge grade={group.grade} size="sm" />
              </th>
              <td>{formats.number(group.buyers)}</td>
              <td>{report.money(group.averageOrder)}</td>
              <td>{report.money(group.product)}</td>
              <td>{formats.number(group.buyersNow)}</td>
              <td>{report.money(group.averageOrderNow)}</td>
              <td>{report.money(group.paid)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
