'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { CheckIcon } from '../../components/icons.tsx';
import type { ImportStatus } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import classes from './imports.module.css';
import { type OpenImport, useSourceName } from './import-words.ts';
import { ImportStateBadge } from './import-state.tsx';
import { readableSize } from './start/readable-size.ts';

const STEPS = ['upload', 'columns', 'check', 'run', 'done'] as const;
/** The step that a state belongs to, once the rows were brought in or begun to be. */
const STEP_OF: Readonly<Record<ImportStatus, (typeof STEPS)[number]>> = {
  READING: 'upload',
  MAPPING: 'columns',
  CHECKING: 'check',
  CHECKED: 'check',
  RUNNING: 'run',
  DONE: 'done',
  FAILED: 'done',
  CANCELLED: 'done',
  UNDOING: 'done',
  UNDONE: 'done',
};

/** Which file it is, and how far one has come. */
export function FlowHead({ opened }: { opened: OpenImport }) {
  const t = useTranslations('imports');
  const formats = useFormats();
  const sourceName = useSourceName();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(opened.status);
  useEffect(() => {
    // The button that led on is gone; whoever pressed it by keyboard goes on from the top of the next step.
    if (shown.current !== opened.status && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
    shown.current = opened.status;
  }, [opened.status]);
  const at = STEPS.indexOf(stepOf(opened));
  const known = opened.columns.length > 0;
  const facts = [
    known && t(`kinds.${opened.kind}`),
    known && sourceName({ key: opened.source, name: opened.source }),
    opened.totalRows !== null && t('rowCount', { count: opened.totalRows }),
    readableSize(Number(opened.sizeBytes), formats.number),
  ].filter(Boolean);
  return (
    <section className={classes.head} aria-label={t('file')}>
      <div className={classes.headLine}>
        <h2 ref={heading} tabIndex={-1} className={classes.fileName} dir="auto">
          {opened.fileName}
        </h2>
        <span role="status">
          <ImportStateBadge status={opened.status} />
        </span>
        <span className={classes.dim}>{facts.join(' · ')}</span>
      </div>
      <ol className={classes.steps} aria-label={t('stepsLabel')}>
        {STEPS.map((step, index) => (
          <li key={step} data-reached={index <= at || undefined} aria-current={index === at ? 'step' : undefined}>
            {index < at ? <CheckIcon /> : <span className={classes.stepNumber}>{index + 1}</span>}
            {t(`steps.${step}`)}
            {index < at && <span className="visually-hidden">{t('stepDone')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A file that was refused or dropped came no further than its reading or its check. */
function stepOf({ status, runAt, columns }: OpenImport): (typeof STEPS)[number] {
  if ((status === 'FAILED' || status === 'CANCELLED') && runAt === null)
    return columns.length === 0 ? 'upload' : 'check';
  return STEP_OF[status];
}
