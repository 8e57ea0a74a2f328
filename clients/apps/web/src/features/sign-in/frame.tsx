import { useTranslation } from '@sellmeapen/i18n';
import { InkStroke, Logo } from '@sellmeapen/ui';
import type { ReactNode } from 'react';
import classes from './frame.module.css';

/** The cover: on one side the oldest question of the trade, on the other the form. */
export function Frame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      <header className={classes.cover}>
        <Logo size={32} />
        <figure className={classes.quote}>
          <blockquote>
            <p>
              “{t('sign_in.quote')}”
              <InkStroke />
            </p>
          </blockquote>
          <figcaption>{t('sign_in.quote_after')}</figcaption>
        </figure>
      </header>
      <main className={classes.form}>
        <div className={classes.column}>
          <h1>{title}</h1>
          {lead && <p className="quiet">{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}
