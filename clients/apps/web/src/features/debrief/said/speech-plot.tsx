import { useElementSize } from '@mantine/hooks';
import type { SpeechReport, SpeechTimeline } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import type { MouseEvent } from 'react';
import { useRecorded } from '../recorded';
import classes from './speech-plot.module.css';
import { isLong, ownFillersCounted, ownPauses, paceAxis, pacePath, timeTicks, type Voice } from './timeline';

const PAD = { start: 34, end: 8 };
const FILLERS = 14;
const REP = 32;
const BUYER = 58;
const LANE = 14;
const PACE = { top: 92, height: 72 };
const TIMES = PACE.top + PACE.height + 20;
const HEIGHT = TIMES + 6;
const WIDEST_LABEL = 74;

/** Who spoke when, where there was silence, fillers and both at once, and how fast it went: one line of time for all. */
export function SpeechPlot({
  timeline,
  report,
  nameOf,
}: {
  timeline: SpeechTimeline;
  report: SpeechReport;
  nameOf: (voice: Voice) => string;
}) {
  const { t } = useTranslation();
  const { clock, number } = useFormats();
  const recorded = useRecorded();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(measured, 240);
  const { seconds } = timeline;
  const x = (s: number) => PAD.start + (seconds === 0 ? 0 : s / seconds) * (width - PAD.start - PAD.end);
  const axis = paceAxis(timeline.pace.map((point) => point.words_per_minute));
  const y = (pace: number) => PACE.top + (1 - (pace - axis.low) / (axis.high - axis.low)) * PACE.height;
  const bar = (key: string, from: number, to: number, top: number, className: string | undefined, voice?: Voice) => (
    <rect
      key={key}
      x={x(from)}
      y={top}
      width={Math.max(1, x(to) - x(from))}
      height={LANE}
      className={className}
      data-speaker={voice}
    />
  );
  const pauses = ownPauses(report);
  const counted = ownFillersCounted(report);
  const fillers = timeline.fillers.filter(({ start_s: start }) => start !== undefined);
  const seek = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left - PAD.start) / (box.width - PAD.start - PAD.end);
    recorded?.player.seek(Math.max(0, Math.min(1, share)) * seconds * 1000);
  };
  return (
    <div className={classes.frame}>
      <div ref={ref} dir="ltr">
        {/* The waveform above is where keys move about in the recording; a click here is a shorter way. */}
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          className={classes.plot}
          role="img"
          aria-label={t('said.plot', {
            length: clock(seconds),
            pauses: number(pauses.length),
            fillers: counted ? number(timeline.fillers.length) : t('said.not_measured'),
            overlaps: number(timeline.overlaps.length),
          })}
          data-plays={recorded ? true : undefined}
          onClick={recorded ? seek : undefined}
        >
          <g className={classes.grid}>
            {timeTicks(seconds, Math.max(2, Math.floor(width / WIDEST_LABEL))).map((s) => (
              <g key={s}>
                <line x1={x(s)} x2={x(s)} y1={FILLERS - 8} y2={PACE.top + PACE.height} />
                <text x={Math.min(x(s), width - 16)} y={TIMES} textAnchor={s === 0 ? 'start' : 'middle'}>
                  {clock(s)}
                </text>
              </g>
            ))}
            {axis.ticks.map((pace) => (
              <g key={pace}>
                <line x1={PAD.start} x2={width - PAD.end} y1={y(pace)} y2={y(pace)} />
                <text x={PAD.start - 6} y={y(pace) + 4} textAnchor="end">
                  {number(pace)}
                </text>
              </g>
            ))}
          </g>
          {timeline.overlaps.map(({ start_s: from, end_s: to }) => (
            <path
              key={`overlap ${from}`}
              d={`M${x(from)} ${REP + LANE}V${BUYER}M${Math.max(x(to), x(from) + 3)} ${REP + LANE}V${BUYER}M${x(from)} ${(REP + LANE + BUYER) / 2}H${Math.max(x(to), x(from) + 3)}`}
              className={classes.overlap}
            />
          ))}
          {timeline.sides.map(({ speaker = 'rep', turns, speech }) => {
            const top = speaker === 'rep' ? REP : BUYER;
            return (
              <g key={speaker} data-speaker={speaker} className={classes.side}>
                {turns.map(({ start_s: from, end_s: to }) => bar(`turn ${from}`, from, to, top, classes.turn, speaker))}
                {speech.map(({ start_s: from, end_s: to }) =>
                  bar(`speech ${from}`, from, to, top, classes.speech, speaker),
                )}
              </g>
            );
          })}
          {pauses.filter(isLong).map(({ start_s: from, end_s: to }) => (
            <path
              key={`pause ${from}`}
              d={`M${x(from)} ${REP - 3}V${REP + LANE + 3}M${x(to)} ${REP - 3}V${REP + LANE + 3}`}
              className={classes.long}
            />
          ))}
          {fillers.map(({ start_s: at = 0 }, i) => (
            <circle key={i} cx={x(at)} cy={FILLERS} r="3.5" className={classes.filler} />
          ))}
          <path d={pacePath(timeline.pace, x, y)} className={classes.pace} />
          {timeline.pace.length === 1 && timeline.pace[0] && (
            <circle
              cx={x(timeline.pace[0].at_s)}
              cy={y(timeline.pace[0].words_per_minute)}
              r="2.5"
              className={classes.dot}
            />
          )}
        </svg>
      </div>
      <Legend nameOf={nameOf} counted={counted} two={timeline.sides.length > 1} paced={timeline.pace.length > 0} />
    </div>
  );
}

function Legend({
  nameOf,
  counted,
  two,
  paced,
}: {
  nameOf: (voice: Voice) => string;
  counted: boolean;
  two: boolean;
  paced: boolean;
}) {
  const { t } = useTranslation();
  const key = (name: string, picture: React.ReactNode) => (
    <li key={name}>
      <svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">
        {picture}
      </svg>
      <span dir="auto">{name}</span>
    </li>
  );
  const speech = (voice: Voice) => (
    <g data-speaker={voice} className={classes.side}>
      <rect x="0" y="2" width="22" height="10" className={classes.turn} data-speaker={voice} />
      <rect x="3" y="2" width="14" height="10" className={classes.speech} data-speaker={voice} />
    </g>
  );
  return (
    <ul className={classes.legend}>
      {key(nameOf('rep'), speech('rep'))}
      {two && key(nameOf('buyer'), speech('buyer'))}
      {key(
        counted ? t('said.legend_filler') : t('said.legend_no_filler'),
        <circle cx="11" cy="7" r="3.5" className={classes.filler} />,
      )}
      {key(t('said.legend_pause'), <path d="M5 1V13M17 1V13" className={classes.long} />)}
      {two && key(t('said.legend_overlap'), <path d="M4 1V13M18 1V13M4 7H18" className={classes.overlap} />)}
      {paced && key(t('said.legend_pace'), <path d="M1 11C7 2 14 12 21 4" className={classes.pace} />)}
    </ul>
  );
}
