import { useTranslation } from '@sellmeapen/i18n';
import { Page, Section } from '@sellmeapen/ui';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import page from '../../../../../../docs/languages.md?raw';
import { useTitle } from '../../shared/use-title';
import { readLanguages, type LanguageRow } from './language-table';
import classes from './measures.module.css';

/** How well each language is known: measured, and who has looked at it. */
export function LanguagesPage() {
  const { t } = useTranslation();
  const { rows, sources, mistakes } = useMemo(() => readLanguages(page), []);
  useTitle(t('measures.languages_title'));
  return (
    <Page
      wide
      title={t('measures.languages_title')}
      lead={t('measures.languages_lead')}
      aside={<Link to="/measures">{t('measures.title')}</Link>}
    >
      <p className={classes.prose}>{t('measures.languages_note')}</p>
      <Table rows={rows} />
      <Section title={t('measures.mistakes')}>
        {mistakes.length === 0 ? <p className="quiet">{t('measures.no_mistakes')}</p> : <List items={mistakes} />}
      </Section>
      <Section title={t('measures.sources')}>
        <List items={sources} />
      </Section>
    </Page>
  );
}

function Table({ rows }: { rows: LanguageRow[] }) {
  const { t } = useTranslation();
  const columns = ['pace', 'sentences', 'precision_recall', 'bare', 'reviewed'] as const;
  return (
    <table className={classes.languages}>
      <thead>
        <tr>
          <th scope="col">{t('measures.language')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`measures.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <span lang={row.code}>{row.name}</span> <span className="quiet small">{row.code}</span>
            </th>
            <td data-name={t('measures.pace')} className="num">
              <Pace pace={row.pace} />
            </td>
            <td data-name={t('measures.sentences')} className="num">
              {row.sentences}
            </td>
            <td data-name={t('measures.precision_recall')} className="num">
              <span dir="ltr">{row.written}</span>
            </td>
            <td data-name={t('measures.bare')} className="num">
              <span dir="ltr">{row.bare}</span>
            </td>
            <td data-name={t('measures.reviewed')} className={row.reviewed ? undefined : 'quiet'}>
              {t(row.reviewed ? 'measures.reviewed_yes' : 'measures.reviewed_no')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pace({ pace }: { pace: string }) {
  const { t } = useTranslation();
  const [, n, unit] = /^([\d-]+) (words|characters)$/.exec(pace) ?? [];
  return n && unit ? t(unit === 'words' ? 'measures.pace_words' : 'measures.pace_characters', { n }) : pace;
}

function List({ items }: { items: { code: string; text: string }[] }) {
  return (
    <ul className={classes.sources}>
      {items.map(({ code, text }) => (
        <li key={`${code} ${text}`}>
          <b>{code}</b> <span dir="auto">{text}</span>
        </li>
      ))}
    </ul>
  );
}
