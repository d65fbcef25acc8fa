'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { StatusBadge } from '../../components/badges.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import {
  EndStandingOverrideDocument,
  StandingOverridesDocument,
  type StandingOverridesQuery,
} from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../exports/index.ts';
import { GradeButton } from '../buyers/index.ts';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

type Override = StandingOverridesQuery['gradeOverrides'][number];

const nameOf = ({ buyer }: Override) => buyer.company ?? buyer.name;

/** Every grade that a person set instead of the rules; those to be looked at again come first. */
export function OverridesScreen() {
  const t = useTranslations('settings.overrides');
  const { show } = useToasts();
  const refusals = useRefusals();
  const query = useScreenQuery(StandingOverridesDocument, {}, { refreshOn: ({ buyerId }) => buyerId !== null });
  const [end, ending] = useAct(EndStandingOverrideDocument);
  const [leaving, setLeaving] = useState<Override | null>(null);
  const overrides = query.data?.gradeOverrides ?? [];
  const due = overrides.filter(({ reviewDue }) => reviewDue).length;

  const finish = async (override: Override) => {
    const { data, failure } = await end({ buyerId: override.buyer.id });
    setLeaving(null);
    query.reload();
    if (failure !== null) return show({ message: refusals.ofFailure(failure), tone: 'bad' });
    if (data.endGradeOverride.__typename !== 'BuyerSaved')
      return show({ message: refusals.ofRefusal('NotFound'), tone: 'bad' });
    const grade = data.endGradeOverride.buyer.grade ?? '–';
    return show({ message: t('ended', { name: nameOf(override), grade }), tone: 'good' });
  };

  return (
    <>
      <Panel title={t('title')} lead={t('lead')} actions={<DownloadMenu list="overrides" />} flush>
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={4} />
          </div>
        )}
        {query.data !== null && overrides.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        {overrides.length > 0 && (
          <>
            <p className={classes.counted}>{t('count', { count: overrides.length, due })}</p>
            <ul className={classes.list}>
              {overrides.map((override) => (
                <OverrideItem key={override.id} override={override} onEnd={() => setLeaving(override)} />
              ))}
            </ul>
          </>
        )}
      </Panel>
      <ConfirmDialog
        opened={leaving !== null}
        title={t('endTitle', { name: leaving ? nameOf(leaving) : '' })}
        act={t('end')}
        running={ending}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving !== null && void finish(leaving)}
      >
        <p>{t('endText', { grade: leaving?.computedNow ?? '–' })}</p>
      </ConfirmDialog>
    </>
  );
}

function OverrideItem({ override, onEnd }: { override: Override; onEnd: () => void }) {
  const t = useTranslations('settings.overrides');
  const formats = useFormats();
  const may = useMay();
  const href = useWorkspaceHref();
  const name = nameOf(override);
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <span className={classes.cardTitle}>
          <GradeButton buyerId={override.buyer.id} grade={override.grade} size="sm" />
          <Link className={classes.strong} href={href('buyers', override.buyer.id)}>
            {name}
          </Link>
          <span className={classes.quiet}>{t('computed', { grade: override.computedNow ?? '–' })}</span>
          {override.computedNow === override.grade && <StatusBadge tone="info">{t('agrees')}</StatusBadge>}
        </span>
        <span>{override.reason}</span>
        <span className={classes.dim}>
          {t('by', {
            name: override.setBy?.name ?? t('gone'),
            at: formats.day(override.setAt),
            computed: override.computedGrade ?? '–',
          })}
        </span>
      </div>
      <div className={classes.rowActs}>
        <StatusBadge tone={override.reviewDue ? 'warning' : 'neutral'}>
          {t(override.reviewDue ? 'reviewDue' : 'reviewOn', { on: formats.date(override.reviewOn) })}
        </StatusBadge>
        {may('buyer:grade') && (
          <Button variant="default" onClick={onEnd} aria-label={t('endOf', { name })}>
            {t('end')}
          </Button>
        )}
      </div>
    </li>
  );
}
