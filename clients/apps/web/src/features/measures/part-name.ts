import { useTranslation } from '@sellmeapen/i18n';

const PARTS = ['pace', 'fillers', 'pauses', 'recognised_words', 'hedges', 'long_pauses', 'steady_level'] as const;

/** The words of a part of a score; one of a newer server is told by its own name. */
export function usePartName(): (part: string) => string {
  const { t } = useTranslation();
  return (part) => {
    const known = PARTS.find((one) => one === part);
    return known ? t(`said.part.${known}`) : part.replaceAll('_', ' ');
  };
}
