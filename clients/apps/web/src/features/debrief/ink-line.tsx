import { useElementSize } from '@mantine/hooks';
import type { Debrief, Move } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useRef, useState, type KeyboardEvent } from 'react';
import classes from './ink-line.module.css';
import { InkTable } from './ink-table';
import { bends, byRule, spread, STRANDS, strandPath, yOf, type Bend } from './plot';

const HEIGHT = 220;

/** The line of ink: what the counterpart thought, turn by turn, every bend with its cause. */
export function InkLine({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const size = { width: Math.max(width, 240), height: HEIGHT };
  const stops = bends(debrief.turns, size);
  const [stop, setStop] = useState(() => weightiest(stops));
  const bend = stops[Math.min(stop, stops.length - 1)];
  const buttons = useRef(new Map<number, HTMLAnchorElement>());
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -stops.length, End: stops.length }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(stops.length - 1, stop + step));
    setStop(next);
    buttons.current.get(next)?.focus();
  };
  const last = debrief.turns.at(-1)?.state ?? debrief.start_state;
  const labels = spread(
    STRANDS.map((strand) => yOf(last?.[strand] ?? 0, size)),
    18,
    12,
    HEIGHT - 12,
  );
  return (
    <div className={classes.frame}>
      <p className="quiet small">{t('debrief.line_lead')}</p>
      <div className={classes.plot} dir="ltr">
        <div ref={ref} className={classes.canvas}>
          {/* Keys are caught here for the links inside; the group itself is never focused. */}
          <svg
            width={size.width}
            height={HEIGHT}
            role="group"
            aria-label={t('debrief.bends', { name: debrief.session.scenario.persona.name })}
            onKeyDown={walk}
          >
            {[0, 50, 100].map((value) => (
              <g key={value} aria-hidden="true">
                <line
                  x1="34"
                  x2={size.width - 12}
                  y1={yOf(value, size)}
                  y2={yOf(value, size)}
                  className={classes.rule}
                />
                <text x="26" y={yOf(value, size) + 4} className={classes.tick}>
                  {value}
                </text>
              </g>
            ))}
            {bend && <line x1={bend.at.trust.x} x2={bend.at.trust.x} y1="4" y2={HEIGHT - 4} className={classes.here} />}
            {STRANDS.map((strand) => (
              <path
                key={strand}
                d={strandPath(strand, debrief.start_state, debrief.turns, size)}
                className={classes.strand}
                data-strand={strand}
              />
            ))}
            {stops.map((one, at) => (
              <Stop
                key={one.turn}
                bend={one}
                current={one === bend}
                onStop={() => setStop(at)}
                keep={(element) => {
                  if (element) buttons.current.set(at, element);
                }}
              />
            ))}
          </svg>
        </div>
        <ul className={classes.names} aria-hidden="true">
          {STRANDS.map((strand, at) => (
            <li key={strand} data-strand={strand} style={{ insetBlockStart: `${(labels[at] ?? 0) - 11}px` }}>
              {t(`debrief.${strand}`)} {last?.[strand]}
            </li>
          ))}
        </ul>
      </div>
      {bend && <Cause bend={bend} text={debrief.turns.find(({ i }) => i === bend.turn)?.text ?? ''} />}
      <details className={`${classes.table} no-print`}>
        <summary>{t('debrief.table')}</summary>
        <InkTable debrief={debrief} />
      </details>
    </div>
  );
}

/** Where the eye should start: the bend that cost or won most. */
function weightiest(stops: Bend[]): number {
  const weight = ({ moves }: Bend) => moves.reduce((sum, { by }) => sum + Math.abs(by), 0);
  return stops.reduce((best, one, at) => (weight(one) > weight(stops[best] ?? one) ? at : best), 0);
}

const counted = ({ by }: Move) => by !== 0;

function Stop({
  bend,
  current,
  onStop,
  keep,
}: {
  bend: Bend;
  current: boolean;
  onStop: () => void;
  keep: (element: HTMLAnchorElement | null) => void;
}) {
  const { t } = useTranslation();
  const { signed } = useFormats();
  const what = useMoveName();
  const moves = bend.moves.map((move) => (counted(move) ? `${what(move)} ${signed(move.by)}` : what(move)));
  return (
    <a
      ref={keep}
      href={`#turn-${bend.turn}`}
      tabIndex={current ? 0 : -1}
      aria-label={t('debrief.bend', { n: bend.turn + 1, why: moves.join(', ') })}
      className={classes.stop}
      data-current={current || undefined}
      onMouseEnter={onStop}
      onFocus={onStop}
    >
      <rect x={bend.at.trust.x - 8} y="0" width="16" height={HEIGHT} className={classes.target} />
      {STRANDS.filter((strand) => bend.moves.some((move) => move.what === strand)).map((strand) => {
        const { x, y } = bend.at[strand];
        return (
          <circle key={strand} cx={x} cy={y} r={current ? 5.5 : 3.5} className={classes.dot} data-strand={strand} />
        );
      })}
    </a>
  );
}

/** "disclosed:august_loss" in words. */
function useMoveName(): (move: Move) => string {
  const { t } = useTranslation();
  return ({ what }) => {
    const strand = STRANDS.find((name) => name === what);
    if (strand) return t(`debrief.${strand}`);
    const [kind, ...thing] = what.split(':');
    const name = thing.join(':').replaceAll('_', ' ');
    if (kind === 'disclosed' || kind === 'raised' || kind === 'resolved')
      return t(`debrief.moved_${kind}`, { thing: name });
    return what.replaceAll('_', ' ').replace(':', ': ');
  };
}

function Cause({ bend, text }: { bend: Bend; text: string }) {
  const { t } = useTranslation();
  const { signed } = useFormats();
  const what = useMoveName();
  return (
    <div className={classes.cause} aria-live="polite">
      <p>
        <a href={`#turn-${bend.turn}`}>{t('common.Turn', { n: bend.turn + 1 })}</a> <q>{text}</q>
      </p>
      <ul>
        {byRule(bend.moves).map((moves) => (
          <li key={moves[0].rule}>
            {moves.map((move) => (
              <b key={move.what} className="num" data-strand={move.what}>
                {counted(move) ? t('debrief.change', { what: what(move), by: signed(move.by) }) : what(move)}
              </b>
            ))}
            <span>
              {moves[0].why && `${moves[0].why} `}
              <em>{t('debrief.rule', { rule: moves[0].rule.replaceAll('_', ' ') })}</em>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
