import { isRefusal, NoAnswer } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { ErrorNote } from '@sellmeapen/ui';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button';
import { ofTheWords, whyWord } from './why';

export interface ProblemText {
  title: string;
  what: string;
  reference: string | undefined;
}

/** A part of the program that is fetched when it is first wanted, and did not come. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message);
}

/** What a person is told about a failed call: what happened, what was saved, what to do. */
export function useProblemText(): (error: unknown) => ProblemText {
  const { t } = useTranslation();
  return (error) => {
    const title = t('error.title');
    if (error instanceof NoAnswer || isMissingPart(error))
      return { title, what: t('error.no_answer'), reference: undefined };
    if (!isRefusal(error)) return { title, what: t('error.crash'), reference: undefined };
    const reference = error.requestId;
    if (error.status === 404) return { title: t('error.not_found_title'), what: t('error.not_found'), reference };
    if (error.status === 401) return { title, what: t('error.signed_out'), reference: undefined };
    if (error.status === 403) return { title, what: t('error.forbidden'), reference };
    if (error.status === 412) return { title, what: t('error.stale'), reference };
    const why = whyWord(error.code);
    if (ofTheWords(error.code) && why !== 'unknown') return { title, what: t(`voice.why.${why}`), reference };
    if (error.status >= 500) return { title, what: t('error.server'), reference };
    if (error.status === 429) {
      const seconds = error.retryAfterSeconds;
      return { title, what: seconds ? t('error.too_many', { seconds }) : t('error.too_many_later'), reference };
    }
    return { title, what: `${error.message} ${t('error.nothing_saved')}`, reference };
  };
}

export function Trouble({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const text = useProblemText()(error);
  return (
    <ErrorNote title={text.title} what={text.what} reference={text.reference} onRetry={onRetry}>
      {children}
      <WayBackIn error={error} />
    </ErrorNote>
  );
}

/** Whoever was signed out in the middle comes back to this very place. */
export function WayBackIn({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!isRefusal(error) || error.status !== 401 || location.pathname === '/sign-in') return null;
  return (
    <div>
      <LinkButton to="/sign-in" search={{ next: location.pathname }}>
        {t('sign_in.title')}
      </LinkButton>
    </div>
  );
}
