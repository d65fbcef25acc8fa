'use client';
import type { ReactNode } from 'react';
import { Panel } from '../../../components/page-frame.tsx';
import classes from './edit.module.css';

/** The sections of the editor, as addresses name them. */
export const SECTIONS = ['facts', 'variants', 'prices', 'certificates', 'specs'] as const;

export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: (typeof SECTIONS)[number];
  title: string;
  lead?: string;
  children: ReactNode;
}) {
  return (
    <div id={id} className={classes.section}>
      <Panel title={title} lead={lead}>
        <div className={classes.stack}>{children}</div>
      </Panel>
    </div>
  );
}
