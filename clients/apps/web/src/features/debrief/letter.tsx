import type { Debrief, DebriefTurn } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { scenarioQuery } from '../../shared/queries';
import { leading, quoteEndingAt, stretches, type Stretch } from './evidence';
import classes from './letter.module.css';
import { PlayQuote } from './play-quote';
import { useSpoken } from './recorded';
import { RetryButton } from './retry-button';
import { SaidAt } from './said-at';
import { Worded } from './worded';

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
  const spoken = useSpoken(turn.i);
  const criteria = scorecard?.criteria ?? [];
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
          <SaidAt turn={turn.i} session={session} />
          {deciding && <em> · {t('debrief.deciding')}</em>}
        </span>
        <p dir="auto">
          {stretches(turn, criteria).map((stretch) => {
            const to = stretch.from + stretch.text.length;
            const from = quoteEndingAt(turn, criteria, to);
            return (
              <Fragment key={stretch.from}>
                <Quoted stretch={stretch} spoken={spoken} debrief={debrief} lit={lit} onLight={onLight} />
                {from !== undefined && <PlayQuote turn={turn.i} from={from} to={to} />}
              </Fragment>
            );
          })}
        </p>
        {turn.technique && (
          <span className={classes.who}>{t('debrief.technique', { name: techniqueName(turn.technique) })}</span>
        )}
        {turn.technique_tag && (
          <span className={classes.who}>
            {t('debrief.technique_tagged', { name: techniqueName(turn.technique_tag) })}
          </span>
        )}
        {turn.worded && <Worded worded={turn.worded} className={classes.who} />}
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

/** The words of a stretch; what of them is being said is lit. */
function Words({ stretch: { from, text }, spoken }: { stretch: Stretch; spoken: string | undefined }) {
  const [start = 0, end = 0] = (spoken?.split(':') ?? []).map((at) =>
    Math.max(0, Math.min(text.length, Number(at) - from)),
  );
  if (start >= end) return text;
  return (
    <>
      {text.slice(0, start)}
      <span className={classes.spoken}>{text.slice(start, end)}</span>
      {text.slice(end)}
    </>
  );
}

function Quoted({
  stretch,
  spoken,
  debrief,
  lit,
  onLight,
}: { stretch: Stretch; spoken: string | undefined; debrief: Debrief } & LightProps) {
  const { t } = useTranslation();
  const criteria = debrief.scorecard?.criteria ?? [];
  const words = <Words stretch={stretch} spoken={spoken} />;
  if (stretch.criteria.length === 0) return words;
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
      {words}
    </a>
  );
}
