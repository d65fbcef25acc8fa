'use client';
import type { GradingRules } from '@dangol/crm';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '../../../components/badges.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import settings from '../settings.module.css';
import { ChangeList } from './change-list.tsx';
import classes from './grading.module.css';

export interface RulesVersion {
  version: number;
  rules: GradingRules;
  createdAt: string;
  current: boolean;
  createdBy: { name: string } | null;
}

/** Every version with what it changed, newest first. */
export function RulesHistory({ versions }: { versions: readonly RulesVersion[] }) {
  const t = useTranslations('settings.grading.history');
  const formats = useFormats();
  return (
    <Panel title={t('title')} lead={t('lead')} flush>
      <ol className={settings.list}>
        {versions.map((version, at) => {
          const before = versions[at + 1];
          return (
            <li key={version.version} className={classes.version}>
              <div className={classes.versionHead}>
                <strong>{t('version', { version: version.version })}</strong>
                {version.current && <StatusBadge tone="good">{t('current')}</StatusBadge>}
                <span className={settings.dim}>
                  {t('by', { name: version.createdBy?.name ?? t('system'), at: formats.dateTime(version.createdAt) })}
                </span>
              </div>
              {before ? (
                <ChangeList before={before.rules} after={version.rules} />
              ) : (
                <p className={settings.quiet}>{t('first')}</p>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
