import { NativeSelect } from '@mantine/core';
import { useTranslation } from '@sellmeapen/i18n';

/** In which language one rehearses: the scenario's own, or any that the model speaks. */
export function LanguageChoice({
  languages,
  language,
  onChange,
}: {
  languages: string[];
  language: string;
  onChange: (language: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language.replace(/-X[AB]$/, ''), { type: 'language' });
  return (
    <NativeSelect
      label={t('briefing.language')}
      value={language}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={languages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
    />
  );
}
