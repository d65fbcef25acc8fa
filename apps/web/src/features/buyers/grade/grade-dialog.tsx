'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Dialog } from '../../../components/dialog.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { GradeWhyDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { GradeName } from './grade-name.tsx';
import { GradeWhy } from './grade-why.tsx';
import classes from './grade-why.module.css';
import { OverrideNotice } from './override-notice.tsx';

/** Why a buyer has its grade, over any screen that shows one; read when opened. */
export function GradeDialog({ buyerId, onClose }: { buyerId: string; onClose: () => void }) {
  const t = useTranslations('buyers');
  const href = useWorkspaceHref();
  const may = useMay();
  const { data, failure, loading, reload } = useScreenQuery(GradeWhyDocument, { id: buyerId });
  const buyer = data?.buyer ?? null;
  return (
    <Dialog opened onClose={onClose} title={buyer ? t('whyOf', { name: buyer.name }) : t('whyGrade')}>
      {loading && <Loading onRetry={reload} />}
      {failure && <FailureState failure={failure} onRetry={reload} compact={buyer !== null} />}
      {data && !buyer && <p>{t('missingText')}</p>}
      {buyer && (
        <div className={classes.why}>
          <p className={classes.headline}>
            <GradeName grade={buyer.grade} computed={buyer.gradeOverride ? buyer.computedGrade : null} />
          </p>
          {buyer.gradeOverride && <OverrideNotice override={buyer.gradeOverride} />}
          {buyer.gradeExplanation ? <GradeWhy explanation={buyer.gradeExplanation} /> : <p>{t('why.notYet')}</p>}
          {may('buyer:read') && (
            <Link href={href('buyers', buyer.id)} className={classes.open} onClick={onClose}>
              {t('openPage')}
            </Link>
          )}
        </div>
      )}
    </Dialog>
  );
}
