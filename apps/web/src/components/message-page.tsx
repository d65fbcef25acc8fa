'use client';
import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark.tsx';
import classes from './message-page.module.css';

/** A page that says one thing: nothing here, no access, something broke. */
export function MessagePage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <BrandMark />
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.text}>{text}</p>
      {children}
    </main>
  );
}
