import type { ReactNode } from 'react';
import classes from './page.module.css';

/** One page of paper: a serif heading, what it is for, then the content. */
export function Page({
  title,
  lead,
  aside,
  children,
  wide,
}: {
  title: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}) {
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      <header className={classes.header}>
        <div className={classes.titles}>
          <h1>{title}</h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {aside && <div className={classes.aside}>{aside}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({
  title,
  aside,
  children,
  id,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  return (
    <section className={classes.section} id={id}>
      <div className={classes.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
