import { useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page } from '@sellmeapen/ui';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { LinkButton } from '../shared/link-button';
import { isMissingPart, Trouble } from '../shared/problem';
import classes from './pages.module.css';

export function PagePending() {
  return (
    <div className={classes.page}>
      <Page title={<Blank height="2.4rem" width="16rem" />}>
        <Blank lines={6} height="1.3rem" />
      </Page>
    </div>
  );
}

export function PageCrash({ error, reset }: ErrorComponentProps) {
  return (
    <main className={classes.page}>
      <Trouble error={error} onRetry={isMissingPart(error) ? () => location.reload() : reset} />
    </main>
  );
}

/** Where there is no page at all. */
export function PageMissing() {
  return (
    <main className={classes.page}>
      <NothingHere />
    </main>
  );
}

/** Inside the frame of a page, which has its one main part already. */
export function NothingHere() {
  const { t } = useTranslation();
  return (
    <EmptyState page title={t('error.not_found_title')} why={t('error.not_found')}>
      <LinkButton to="/">{t('error.home')}</LinkButton>
    </EmptyState>
  );
}
