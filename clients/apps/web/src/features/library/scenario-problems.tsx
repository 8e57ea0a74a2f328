import { body } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Section } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api';
import classes from './scenario-problems.module.css';

export function ScenarioProblems() {
  const { t } = useTranslation();
  const problems = useQuery({
    queryKey: ['scenario-problems'],
    queryFn: () => body(api.GET('/api/v1/scenario-problems')),
  });
  if (!problems.data?.items.length) return null;
  return (
    <Section title={t('library.problems_title')}>
      <p className="quiet">{t('library.problems_lead')}</p>
      <ul className={classes.list}>
        {problems.data.items.map((problem) => (
          <li key={`${problem.file}:${problem.line}:${problem.message}`}>
            <code>
              {problem.file}
              {problem.line !== undefined && `, ${t('library.line', { n: problem.line })}`}
            </code>
            <p>{problem.message}</p>
            <p className="quiet">{problem.remedy}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
