import type { SpeechFinding } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { LinkButton } from '../../../shared/link-button';
import { useFigureWords } from '../../../shared/speech';
import { Moment } from './play-moment';
import classes from './said.module.css';
import { scaleOf } from './timeline';

const KNOWN = [
  'pace_fast',
  'pace_slow',
  'fillers',
  'hedges',
  'long_pauses',
  'short_pauses',
  'monologue',
  'talk_share',
  'interruptions',
] as const;

/** At most three things to change, the weightiest first, each with where it is heard and what to do about it. */
export function Findings({
  findings,
  refused,
  own,
}: {
  findings: SpeechFinding[];
  refused: string | undefined;
  own: boolean;
}) {
  const { t } = useTranslation();
  if (findings.length === 0 && refused) {
    return (
      <p className={classes.fine}>
        <b>{t('said.unadvised')}</b> <bdi>{refused}.</bdi>
      </p>
    );
  }
  if (findings.length === 0) {
    return (
      <p className={classes.fine}>
        <b>{t('said.fine_title')}</b> {t('said.fine')}
      </p>
    );
  }
  return (
    <ol className={classes.findings}>
      {findings.map((finding) => (
        <Finding key={finding.what} finding={finding} own={own} />
      ))}
    </ol>
  );
}

function Finding({ finding, own }: { finding: SpeechFinding; own: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { nameOf, numberOf, valueOf } = useFigureWords();
  const { figure, value, norm } = finding;
  const what = KNOWN.find((known) => known === finding.what);
  return (
    <li className={classes.finding}>
      <h3>{what ? t(`said.what.${what}`) : nameOf(figure)}</h3>
      <p className={`${classes.measure} num`}>{valueOf(figure, value)}</p>
      <Scale finding={finding} />
      <dl className={classes.beside}>
        <div>
          <dt>{t('said.norm')}</dt>
          <dd className="num">
            {t(value > norm ? 'drills.aim_most' : 'drills.aim_least', { n: valueOf(figure, norm) })}
          </dd>
        </div>
        <div>
          <dt>{t(own ? 'said.own' : 'said.theirs')}</dt>
          <dd className="num">
            {finding.own
              ? t('said.usual', {
                  low: numberOf(figure, finding.own.low),
                  high: valueOf(figure, finding.own.high),
                  count: finding.own.sessions,
                })
              : t('said.usual_unknown')}
          </dd>
        </div>
      </dl>
      <p className={classes.exercise}>
        <bdi>{finding.say}</bdi>
      </p>
      <div className={classes.moments}>
        <span className="quiet small">{t('said.moments')}</span>
        <ul>
          {finding.moments.map((moment, at) => (
            <li key={at}>
              <Moment name={`said ${finding.what} ${at}`} moment={moment} />
            </li>
          ))}
        </ul>
      </div>
      <p className="quiet small">
        {t('said.formula', { formula: finding.formula })}{' '}
        {finding.reliability < 1 && t('said.reliability', { n: number(finding.reliability, 1) })}
      </p>
      {own && (
        <div className="no-print">
          <LinkButton to="/drills/$id" params={{ id: finding.drill_id }} variant="default">
            {t('said.practise')}
          </LinkButton>
        </div>
      )}
    </li>
  );
}

const WIDTH = 200;

/** The figure as a nib mark on a line, the norm as a ring, what is usual for the person as a soft stretch. */
function Scale({ finding: { value, norm, own } }: { finding: SpeechFinding }) {
  const { low, high } = scaleOf([value, norm, ...(own ? [own.low, own.high] : [])]);
  const x = (at: number) => ((at - low) / (high - low)) * WIDTH;
  return (
    <svg className={classes.scale} viewBox={`-6 0 ${WIDTH + 12} 18`} aria-hidden="true">
      <line x1="0" x2={WIDTH} y1="9" y2="9" className={classes.rule} />
      {own && (
        <line x1={x(own.low)} x2={Math.max(x(own.high), x(own.low) + 1)} y1="9" y2="9" className={classes.usual} />
      )}
      <line x1={x(norm)} x2={x(value)} y1="9" y2="9" className={classes.apart} />
      <circle cx={x(norm)} cy="9" r="4" className={classes.norm} />
      <line x1={x(value)} x2={x(value)} y1="1" y2="17" className={classes.nib} />
    </svg>
  );
}
