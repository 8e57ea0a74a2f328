import { isRefusal } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { EmptyState } from '@sellmeapen/ui';
import type { ReactNode } from 'react';
import { LinkButton } from './link-button';
import { Trouble } from './problem';

interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** The three faces of a page: blank of the right size, trouble, or the thing itself. */
export function Loaded<T>({
  query,
  blank,
  children,
}: {
  query: QueryLike<T>;
  blank: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (isRefusal(query.error) && query.error.status === 404) return <NothingHere />;
  if (query.error) return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  return blank;
}

/** What does not exist and what is somebody else's look alike. */
function NothingHere() {
  const { t } = useTranslation();
  return (
    <EmptyState page title={t('error.not_found_title')} why={t('error.not_found')}>
      <LinkButton to="/" variant="default">
        {t('error.home')}
      </LinkButton>
    </EmptyState>
  );
}
