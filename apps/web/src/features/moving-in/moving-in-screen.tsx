'use client';
import { Button, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Panel } from '../../components/page-frame.tsx';
import { FailureState, Loading } from '../../components/states.tsx';
import { useMay, useWorkspace, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { MovingInSteps } from './moving-in-steps.tsx';
import { ProgressLine } from './progress-line.tsx';
import classes from './moving-in.module.css';
import { useMovingIn } from './use-moving-in.ts';

/** The checklist in the settings: also what was skipped, and after it was put away. */
export function MovingInScreen() {
  const t = useTranslations('movingIn');
  const may = useMay();
  const href = useWorkspaceHref();
  const { isDemo } = useWorkspace();
  const { data, failure, loading, reload, say, hide, running } = useMovingIn();
  return (
    <Panel title={t('title')} lead={data ? <ProgressLine steps={data.movingIn.steps} /> : t('lead')} flush>
      {failure && <FailureState failure={failure} onRetry={reload} compact={data !== null} />}
      {loading && (
        <div className={classes.padded}>
          <Loading onRetry={reload} rows={6} />
        </div>
      )}
      {data && <MovingInSteps data={data} running={running} onSay={(step, act) => void say(step, act)} />}
      {data && (
        <div className={classes.foot}>
          {!isDemo && may('workspace:manage') && (
            <Switch
              size="md"
              label={t('onHome')}
              description={data.movingIn.finished ? t('onHomeFinished') : t('onHomeAdvice')}
              checked={!data.movingIn.hidden}
              disabled={running}
              onChange={(event) => void hide(!event.currentTarget.checked)}
            />
          )}
          {isDemo && <p className={classes.why}>{t('demo')}</p>}
          <Button component={Link} href={href()} variant="default">
            {t('toHome')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
