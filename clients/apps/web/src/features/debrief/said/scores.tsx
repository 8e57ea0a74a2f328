import type { SpeechPart, SpeechReport } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useFigureWords } from '../../../shared/speech';
import classes from './said.module.css';

const PARTS = ['pace', 'fillers', 'pauses', 'recognised_words', 'hedges', 'long_pauses', 'steady_level'] as const;

/** Clarity and confidence with what they are made of; absent with the reason. */
export function Scores({ report }: { report: SpeechReport }) {
  return (
    <div className={classes.scores}>
      <Score report={report} name="clarity" value={report.clarity_score} />
      <Score report={report} name="confidence" value={report.confidence_score} />
    </div>
  );
}

function Score({
  report,
  name,
  value,
}: {
  report: SpeechReport;
  name: 'clarity' | 'confidence';
  value: number | undefined;
}) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const why = (key: string) => report.not_available.find((one) => one.name === key)?.reason;
  const parts = report.parts[name];
  return (
    <div className={classes.score}>
      <h3>{t(`said.${name}`)}</h3>
      {value === undefined ? (
        <p>
          <span className={classes.absent}>{t('said.no_score')}</span>{' '}
          <bdi className="quiet">{why(`${name}_score`) ?? t('said.no_reason')}</bdi>
        </p>
      ) : (
        <p className={classes.measure}>
          <span className="num">{number(value)}</span> <span className={classes.of}>{t('said.of_100')}</span>
        </p>
      )}
      {parts.length > 0 && (
        <ul className={classes.parts} aria-label={t('said.parts', { name: t(`said.${name}`) })}>
          {parts.map((part) => (
            <Part key={part.name} part={part} why={why(`parts.${name}.${part.name}`)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Part({ part, why }: { part: SpeechPart; why: string | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { valueOf } = useFigureWords();
  const known = PARTS.find((one) => one === part.name);
  const measured = part.points !== undefined;
  return (
    <li data-absent={measured ? undefined : true}>
      <span className={classes.partName}>{known ? t(`said.part.${known}`) : part.name.replaceAll('_', ' ')}</span>
      <span className={`${classes.partValue} num`}>
        {part.value === undefined ? t('said.not_measured') : valueOf(part.of, part.value)}
      </span>
      <span className={`${classes.points} num`}>
        {measured ? t('said.points', { n: number(part.points ?? 0, 1), of: part.weight }) : t('said.counts_not')}
      </span>
      <span className={classes.share} aria-hidden="true">
        <i style={{ inlineSize: `${part.weight === 0 ? 0 : (100 * (part.points ?? 0)) / part.weight}%` }} />
      </span>
      <small className={classes.partHow}>
        {measured ? t('said.part_how', { formula: part.formula, source: part.source }) : <bdi>{why}</bdi>}
      </small>
    </li>
  );
}
