'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { GradeBadge } from '../../../components/badges.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import type { PreviewGradingRulesMutation } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { GradeButton } from '../../buyers/index.ts';
import settings from '../settings.module.css';
import classes from './grading.module.css';

export type Preview = Extract<PreviewGradingRulesMutation['previewGradingRules'], { __typename: 'GradingPreview' }>;

const GRADES = ['A', 'B', 'C'] as const;

/** What the rules of the form would do to the buyers there are; the only way to the save button. */
export function PreviewPanel({
  preview,
  version,
  saving,
  onSave,
}: {
  preview: Preview;
  version: number;
  saving: boolean;
  onSave: () => void;
}) {
  const t = useTranslations('settings.grading.preview');
  const formats = useFormats();
  const href = useWorkspaceHref();
  const panel = useRef<HTMLDivElement>(null);
  // It appears below what one was typing, so it is brought to the eye and to the keyboard.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'center' });
  }, [preview]);
  const score = (value: number) => formats.number(Math.round(value * 10) / 10);
  return (
    <div ref={panel} tabIndex={-1}>
      <Panel
        title={t('title')}
        actions={
          <Button loading={saving} onClick={onSave}>
            {t('save', { version })}
          </Button>
        }
      >
        <p className={classes.headline} role="status">
          {preview.changed === 0
            ? t('none', { total: preview.total })
            : t('changed', { changed: preview.changed, total: preview.total })}
        </p>
        <div className={classes.previewGrid}>
          <MoveMatrix preview={preview} />
          {preview.examples.length > 0 && (
            <section>
              <h3 className={classes.subtitle}>{t('examples')}</h3>
              <ul className={settings.list}>
                {preview.examples.map(({ buyer, from, to, fromScore, toScore }) => (
                  <li key={buyer.id} className={classes.example}>
                    <Link href={href('buyers', buyer.id)}>{buyer.company ?? buyer.name}</Link>
                    <span className={classes.move}>
                      <GradeButton buyerId={buyer.id} grade={from} size="sm" />
                      <span aria-hidden>→</span>
                      <GradeBadge grade={to} size="sm" />
                      <span className={settings.dim}>
                        {fromScore === null
                          ? t('scoreTo', { to: score(toScore) })
                          : t('scores', { from: score(fromScore), to: score(toScore) })}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </Panel>
    </div>
  );
}

/** Rows: the grade now. Columns: the grade by these rules. */
function MoveMatrix({ preview }: { preview: Preview }) {
  const t = useTranslations('settings.grading.preview');
  const formats = useFormats();
  const count = (from: (typeof GRADES)[number] | null, to: (typeof GRADES)[number]) =>
    preview.moves.filter((move) => move.from === from && move.to === to).reduce((sum, move) => sum + move.count, 0);
  const rows = preview.moves.some(({ from }) => from === null) ? [...GRADES, null] : GRADES;
  return (
    <table className={classes.matrix}>
      <caption>{t('matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('now')}</th>
          {GRADES.map((to) => (
            <th key={to} scope="col">
              {t('becomes', { grade: to })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((from) => (
          <tr key={from ?? 'none'}>
            <th scope="row">{from === null ? t('ungraded') : t('isNow', { grade: from })}</th>
            {GRADES.map((to) => (
              <td key={to} data-moved={(from !== to && count(from, to) > 0) || undefined}>
                {from === to && count(from, to) === 0 ? t('same') : formats.number(count(from, to))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
