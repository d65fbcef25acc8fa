'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusBadge } from '../../../components/badges.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import type { ResourcesReportQuery } from '../../../generated/graphql.ts';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { GradeButton } from '../../buyers/index.ts';
import { useRoleName } from '../../settings/index.ts';
import classes from '../reports.module.css';

const RULES = ['a_needs_senior', 'owner_outside_pools', 'owner_left'] as const;

/** Buyers whose owner is not one that the rules name. People decide; nothing is moved by itself. */
export function ViolationsPanel({ violations }: { violations: ResourcesReportQuery['workload']['violations'] }) {
  const t = useTranslations('reports.resources');
  const href = useWorkspaceHref();
  const roleName = useRoleName();
  return (
    <Panel title={t('violations', { count: violations.length })} lead={t('violationsLead')} flush>
      {violations.length === 0 ? (
        <p className={classes.full}>{t('noViolations')}</p>
      ) : (
        <ul className={classes.list}>
          {violations.map(({ buyer, owner, rule }) => {
            const known = RULES.find((each) => each === rule);
            return (
              <li key={buyer.id} className={classes.item}>
                <span className={classes.itemText}>
                  <GradeButton buyerId={buyer.id} grade={buyer.grade} size="sm" />
                  <Link href={href('buyers', buyer.id)}>{buyer.company ?? buyer.name}</Link>
                  <span className={classes.dim}>{t('ownerIs', { name: owner.name, role: roleName(owner.role) })}</span>
                </span>
                <StatusBadge tone="warning">{known === undefined ? rule : t(`rules.${known}`)}</StatusBadge>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
