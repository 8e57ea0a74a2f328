import type { Criterion, Evidence, Session } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { VerdictMark } from '@sellmeapen/ui';
import classes from './criteria.module.css';
import type { LightProps } from './letter';
import { PlayQuote } from './play-quote';
import { SaidAt } from './said-at';

/** The margin of the letter: each criterion with verdict, points, why, and the lines it stands on. */
export function Criteria({ criteria, session, ...light }: { criteria: Criterion[]; session: Session } & LightProps) {
  const sections = [...new Set(criteria.map(({ section }) => section))];
  return sections.map((section) => (
    <div key={section} className={classes.section}>
      <h3>{section}</h3>
      <ul>
        {criteria
          .filter((criterion) => criterion.section === section)
          .map((criterion) => (
            <One key={criterion.id} criterion={criterion} session={session} {...light} />
          ))}
      </ul>
    </div>
  ));
}

function One({ criterion, session, lit, onLight }: { criterion: Criterion; session: Session } & LightProps) {
  const { t } = useTranslation();
  const { id, verdict, evidence, measured } = criterion;
  const on = () => onLight([id]);
  const off = () => onLight([]);
  return (
    <li
      id={`criterion-${id}`}
      className={classes.criterion}
      data-lit={lit.includes(id) || undefined}
      onMouseEnter={on}
      onMouseLeave={off}
      onFocus={on}
      onBlur={off}
    >
      <div className={classes.head}>
        <VerdictMark verdict={verdict} />
        <h4>{criterion.name}</h4>
        {verdict !== 'not_observed' && (
          <span className={`${classes.points} num`}>
            {t('debrief.points', { points: criterion.points, of: criterion.of })}
          </span>
        )}
      </div>
      <p className={classes.why}>
        {criterion.why}
        {criterion.unsure && (
          <abbr title={t('debrief.unsure_why')} className={classes.unsure}>
            {' '}
            {t('verdict.unsure')}
          </abbr>
        )}
      </p>
      {evidence.length > 0 && (
        <ul className={classes.quotes}>
          {evidence.map((one, at) => (
            <li key={at}>
              <span className={classes.heard}>
                <a href={`#turn-${one.turn}`} className={classes.quote}>
                  “{one.quote}”
                </a>
                <PlayQuote turn={one.turn} {...placeOf(one, session)} />
              </span>
              <span className={classes.shows}>
                {t('common.turn', { n: one.turn + 1 })}
                <SaidAt turn={one.turn} session={session} from={placeOf(one, session).from} />,{' '}
                {t(`debrief.shows.${one.shows}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {measured && !criterion.why.includes(measured.arithmetic) && (
        <p className={`${classes.shows} num`}>{measured.arithmetic}</p>
      )}
      {criterion.better_line && (
        <p className={classes.better}>
          <b>{t('debrief.better_line')}: </b>“{criterion.better_line}”
        </p>
      )}
    </li>
  );
}

interface Place {
  from: number;
  to: number;
}

function placeOf({ turn, quote }: Evidence, { turns }: Session): Place {
  const from = quote === '' ? -1 : (turns.find(({ i }) => i === turn)?.text.indexOf(quote) ?? -1);
  return { from, to: from + quote.length };
}
