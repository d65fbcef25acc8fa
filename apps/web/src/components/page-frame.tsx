import type { ReactNode } from 'react';
import classes from './page-frame.module.css';

/** Frame of an ordinary page: one h1, its actions, then panels. `wide` is for lists. */
export function PageFrame({
  title,
  lead,
  actions,
  wide = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      <header className={classes.header}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A white panel with an optional heading and actions. */
export function Panel({
  title,
  lead,
  actions,
  flush = false,
  children,
}: {
  title?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={classes.panel}>
      {(title ?? actions) && (
        <header className={classes.panelHeader}>
          <div>
            {title && <h2 className={classes.panelTitle}>{title}</h2>}
            {lead && <p className={classes.panelLead}>{lead}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      <div className={flush ? undefined : classes.panelBody}>{children}</div>
    </section>
  );
}
