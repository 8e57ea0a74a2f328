import { useTranslation } from '@sellmeapen/i18n';
import { useEffect } from 'react';

export function useTitle(page: string | undefined): void {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = page ? t('app.title', { page }) : t('app.name');
  }, [page, t]);
}
