import type { Debrief, DebriefTurn } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useQuery } from '@tanstack/react-query';
import { scenarioQuery } from '../../shared/queries';
import { leading, stretches, type Stretch } from './evidence';
import classes from './letter.module.css';
import { RetryButton } from './retry-button';

export interface LightProps {
  lit: string[];
  onLight: (criteria: string[]) => void;
}

/** The conversation as a letter; what was quoted is underlined in ink and leads to its criterion. */
export function Letter({ debrief, ...light }: { debrief: Debrief } & LightProps) {
  return (
    <ol className={classes.letter}>
      {debrief.turns.map((turn) => (
        <Line key={turn.i} turn={turn} debrief={debrief} {...light} />
      ))}
    </ol>
  );
}

function Line({ turn, debrief, lit, onLight }: { turn: DebriefTurn; debrief: Debrief } & LightProps) {
  const { t } = useTranslation();
  const { session, scorecard } = debrief;
  const techniqueName = useTechniqueName(session);
  const mine = turn.speaker === (session.seat === 'seller' ? 'rep' : 'buyer');
  const deciding = scorecard?.ending?.turn === turn.i;
  return (
    <li id={`turn-${turn.i}`} className={classes.turn} data-mine={mine || undefined} tabIndex={-1}>
      <span className={`${classes.margin} num`}>
        <span className="sr">{t('common.Turn', { n: turn.i + 1 })}</span>
        <span aria-hidden="true">{turn.i + 1}</span>
      </span>
      <div className={classes.words}>
        <span className={classes.who}>
          {mine ? t('common.you') : session.scenario.persona.name}
          {deciding && <em> · {t('debrief.deciding')}</em>}
        </span>
        <p dir="auto">
          {stretches(turn, scorecard?.criteria ?? []).map((stretch, at) => (
            <Quoted key={at} stretch={stretch} debrief={debrief} lit={lit} onLight={onLight} />
          ))}
        </p>
        {turn.technique && (
          <span className={classes.who}>{t('debrief.technique', { name: techniqueName(turn.technique) })}</span>
        )}
        {turn.technique_tag && (
          <span className={classes.who}>
            {t('debrief.technique_tagged', { name: techniqueName(turn.technique_tag) })}
          </span>
        )}
        {mine && debrief.may.retry && (
          <RetryButton sessionId={session.id} turn={turn.i} variant="quiet">
            {t('debrief.retry_turn')}
          </RetryButton>
        )}
      </div>
    </li>
  );
}

/** Techniques have names only in the scenario; scenarios change, so an id may be all there is. */
function useTechniqueName({ scenario, seat }: Debrief['session']): (id: string) => string {
  const { data } = useQuery({ ...scenarioQuery(scenario.id), enabled: seat === 'buyer', staleTime: Infinity });
  return (id) => data?.techniques?.find((one) => one.id === id)?.name ?? id.replaceAll('_', ' ');
}

function Quoted({ stretch, debrief, lit, onLight }: { stretch: Stretch; debrief: Debrief } & LightProps) {
  const { t } = useTranslation();
  const criteria = debrief.scorecard?.criteria ?? [];
  if (stretch.criteria.length === 0) return stretch.text;
  const names = criteria.filter(({ id }) => stretch.criteria.includes(id)).map(({ name }) => name);
  return (
    <a
      href={`#criterion-${stretch.criteria[0]}`}
      className={classes.mark}
      data-verdict={leading(stretch.criteria, criteria)}
      data-lit={stretch.criteria.some((id) => lit.includes(id)) || undefined}
      title={t('debrief.evidence_for', { names: names.join(', ') })}
      onMouseEnter={() => onLight(stretch.criteria)}
      onMouseLeave={() => onLight([])}
      onFocus={() => onLight(stretch.criteria)}
      onBlur={() => onLight([])}
    >
      {stretch.text}
    </a>
  );
}
