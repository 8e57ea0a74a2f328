import { Button } from '@mantine/core';
import { useTranslation } from '@sellmeapen/i18n';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import { InkStroke } from './stroke';
import classes from './states.module.css';

/** Says why there is nothing and offers the one next step. */
export function EmptyState({
  title,
  why,
  page,
  children,
}: {
  title: string;
  why: string;
  /** It is the whole page, so its title is the heading of the page. */
  page?: boolean;
  children?: ReactNode;
}) {
  const Heading = page ? 'h1' : 'h2';
  return (
    <div className={classes.empty}>
      <div className={classes.ink} aria-hidden="true">
        <InkStroke />
      </div>
      <Heading>{title}</Heading>
      <p className="quiet">{why}</p>
      {children}
    </div>
  );
}

export interface ErrorNoteProps {
  title?: string;
  what: string;
  reference?: string | undefined;
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
}

/** What happened, what was saved, what to do, and a reference to copy. */
export function ErrorNote({ title, what, reference, onRetry, children }: ErrorNoteProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.error} role="alert">
      <p className={classes.errorTitle}>{title ?? t('error.title')}</p>
      <p>{what}</p>
      {(onRetry || children) && (
        <div className={classes.row}>
          {onRetry && (
            <Button variant="default" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          )}
          {children}
        </div>
      )}
      {reference && (
        <p className={classes.reference}>
          {t('error.reference')} <code>{reference}</code>{' '}
          <CopyButton text={reference} label={t('error.copy_reference')} />
        </p>
      )}
    </div>
  );
}

/** A grey line of the size of what will stand there, so that nothing jumps. */
export function Blank({ lines = 1, height = '1.2em', width }: { lines?: number; height?: string; width?: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.blanks} role="status">
      <span className="sr">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        <div
          key={at}
          className={classes.blank}
          style={{ blockSize: height, inlineSize: width ?? (at === lines - 1 && lines > 1 ? '62%' : '100%') }}
        />
      ))}
    </div>
  );
}
