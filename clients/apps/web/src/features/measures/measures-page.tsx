import type { SpeechFigure, SpeechMetrics, SpeechNorm } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, Page, Section } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../../shared/loaded';
import { useMay } from '../../shared/me';
import { speechMetricsQuery, useFigureWords } from '../../shared/speech';
import { useTitle } from '../../shared/use-title';
import classes from './measures.module.css';
import { usePartName } from './part-name';
import { WeightsForm } from './weights-form';

/** Everything that is measured of speech, by which formula, and what never is. */
export function MeasuresPage() {
  const { t } = useTranslation();
  const metrics = useQuery(speechMetricsQuery);
  useTitle(t('measures.title'));
  return (
    <Page
      title={t('measures.title')}
      lead={t('measures.lead')}
      aside={<Link to="/measures/languages">{t('measures.languages_link')}</Link>}
    >
      <Loaded query={metrics} blank={<Blank lines={8} height="3rem" />}>
        {(data) => <Explained metrics={data} />}
      </Loaded>
    </Page>
  );
}

function Explained({ metrics }: { metrics: SpeechMetrics }) {
  const { t } = useTranslation();
  const { weights } = metrics;
  const changes = useMay('manage_organisation');
  return (
    <>
      <Section title={t('measures.never')}>
        <p className={classes.never}>{metrics.never}</p>
        <p className={classes.prose}>{t('measures.never_more')}</p>
      </Section>
      <Section title={t('measures.figures')}>
        <ul className={classes.figures}>
          {metrics.figures.map((figure) => (
            <Figure key={figure.name} figure={figure} />
          ))}
        </ul>
      </Section>
      <Section title={t('measures.scores')}>
        <p className={classes.prose}>{t('measures.scores_lead')}</p>
        <div className={classes.scores}>
          <Parts name={t('said.clarity')} parts={weights.clarity} />
          <Parts name={t('said.confidence')} parts={weights.confidence} />
        </div>
        <p className="quiet small">{t(weights.own ? 'measures.weights_own' : 'measures.weights_shipped')}</p>
        {changes && <WeightsForm weights={weights} />}
      </Section>
      <Section title={t('measures.findings')}>
        <p className={classes.prose}>{metrics.findings_chosen_by}</p>
      </Section>
      <Section title={t('measures.drills')}>
        <p className={classes.prose}>{t('measures.drills_text')}</p>
      </Section>
    </>
  );
}

function Figure({ figure }: { figure: SpeechFigure }) {
  const { t } = useTranslation();
  const { nameOf } = useFigureWords();
  const direction = figure.better === 'lower' || figure.better === 'higher' || figure.better === 'band';
  return (
    <li className={classes.figure} id={figure.name}>
      <h3>{nameOf(figure.name)}</h3>
      <p className={classes.formula}>{figure.formula}</p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('measures.norm')}</dt>
          <dd>
            <NormOf name={figure.name} norm={figure.norm} />
          </dd>
        </div>
        <div>
          <dt>{t('measures.better')}</dt>
          <dd>
            {t(`measures.direction.${direction ? (figure.better as 'band') : 'other'}`, { better: figure.better })}
          </dd>
        </div>
      </dl>
    </li>
  );
}

const STRENGTHS = ['primary', 'secondary', 'vendor', 'ours'] as const;

function NormOf({ name, norm }: { name: string; norm: SpeechNorm | undefined }) {
  const { t } = useTranslation();
  const { list } = useFormats();
  const { valueOf } = useFigureWords();
  if (!norm) return t('measures.no_norm');
  if (norm.of_language) return <Link to="/measures/languages">{t('measures.of_language')}</Link>;
  const { from, to, source } = norm;
  const strength = STRENGTHS.find((one) => one === norm.strength);
  const bounds = [
    from !== undefined && t('drills.aim_least', { n: valueOf(name, from) }),
    to !== undefined && t('drills.aim_most', { n: valueOf(name, to) }),
  ].filter((one) => one !== false);
  return (
    <>
      <span className="num">{list(bounds)}</span>{' '}
      <span className="quiet">
        ({strength ? t(`measures.strengths.${strength}`) : norm.strength}
        {source && `: ${source}`})
      </span>
    </>
  );
}

function Parts({ name, parts }: { name: string; parts: Record<string, number> }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const partName = usePartName();
  return (
    <table className={classes.parts}>
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t('measures.part')}</th>
          <th scope="col">{t('measures.weight')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(parts).map(([part, weight]) => (
          <tr key={part}>
            <th scope="row">{partName(part)}</th>
            <td className="num">{number(weight)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
