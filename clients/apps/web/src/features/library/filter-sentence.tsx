import type { ScenarioLine } from '@sellmeapen/api-client';
import { Trans, useFormats, useTranslation } from '@sellmeapen/i18n';
import { LEVELS } from '@sellmeapen/ui';
import type { LibrarySearch } from '../../shared/search';
import classes from './library-page.module.css';

interface WordProps {
  label: string;
  any: string;
  value: string | undefined;
  options: [value: string, text: string][];
  onChange: (value: string | undefined) => void;
}

/** A word in the sentence that can be exchanged. */
function Word({ label, any, value, options, onChange }: WordProps) {
  return (
    <select
      className={classes.word}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{any}</option>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}

const CATEGORIES = ['pen', 'cold_call', 'discovery', 'demo', 'objection', 'closing'] as const;
const SEATS = ['seller', 'buyer'] as const;

const distinct = (words: string[]) => [...new Set(words)].sort();

export function FilterSentence({
  filter,
  all,
  onChange,
}: {
  filter: LibrarySearch;
  all: ScenarioLine[];
  onChange: (part: LibrarySearch) => void;
}) {
  const { t } = useTranslation();
  const { language: languageName } = useFormats();
  return (
    <p className={classes.sentence}>
      <Trans
        i18nKey="library.sentence"
        components={{
          category: (
            <Word
              label={t('library.f_category')}
              any={t('library.any_category')}
              value={filter.category}
              options={CATEGORIES.map((name) => [name, t(`category.${name}`)])}
              onChange={(category) => onChange({ category })}
            />
          ),
          level: (
            <Word
              label={t('library.f_level')}
              any={t('library.any_level')}
              value={filter.level}
              options={LEVELS.map((name) => [name, t(`level.${name}`)])}
              onChange={(level) => onChange({ level })}
            />
          ),
          industry: (
            <Word
              label={t('library.f_industry')}
              any={t('library.any_industry')}
              value={filter.industry}
              options={distinct(all.map(({ industry }) => industry)).map((name) => [name, name.replaceAll('_', ' ')])}
              onChange={(industry) => onChange({ industry })}
            />
          ),
          seat: (
            <Word
              label={t('library.f_seat')}
              any={t('library.any_seat')}
              value={filter.seat}
              options={SEATS.map((name) => [name, t(`library.seat_${name}`)])}
              onChange={(seat) => onChange({ seat })}
            />
          ),
          language: (
            <Word
              label={t('library.f_language')}
              any={t('library.any_language')}
              value={filter.language}
              options={distinct(all.map(({ language }) => language)).map((code) => [code, languageName(code)])}
              onChange={(language) => onChange({ language })}
            />
          ),
        }}
      />
    </p>
  );
}
