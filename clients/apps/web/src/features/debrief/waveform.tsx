import { useElementSize } from '@mantine/hooks';
import type { RecordingPeaks } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { VerdictShape } from '@sellmeapen/ui';
import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { commandOf } from './keys';
import { soundingAt, turnFrom, type Mark } from './moments';
import { usePlayer, type Recorded } from './recorded';
import { ceiling, columns, markNear, msOfX, shaded, wavePath, xOfMs } from './wave';
import classes from './waveform.module.css';

const MARKS = 22;
const REACH = 22;
const REP = MARKS + 6 + REACH;
const BUYER = REP + 2 * REACH + 6;
const HEIGHT = BUYER + REACH + 6;
const FINGER_PX = 12;
const PIXELS_A_COLUMN = 1.5;

/** Both voices as two mirrored traces of ink, with turns, pauses and evidence; and the place to move about in them. */
export function Waveform({
  recorded,
  peaks,
  marks,
  nameOf,
}: {
  recorded: Recorded;
  peaks: RecordingPeaks;
  marks: Mark[];
  nameOf: (speaker: 'rep' | 'buyer') => string;
}) {
  const { ref, width: measured } = useElementSize();
  const width = Math.max(measured, 240);
  const { lengthMs } = recorded.player;
  const count = Math.floor(width / PIXELS_A_COLUMN);
  const top = ceiling(peaks.rep, peaks.buyer);
  const lane = (values: number[], middle: number) =>
    wavePath(columns(values, count), top, { width, middle, reach: REACH });
  const traces = (
    <>
      <path d={lane(peaks.rep, REP)} data-speaker="rep" />
      <path d={lane(peaks.buyer, BUYER)} data-speaker="buyer" />
    </>
  );
  const x = (ms: number) => xOfMs(ms, lengthMs, width);
  return (
    <div className={classes.plot} dir="ltr" ref={ref}>
      <svg width={width} height={HEIGHT} aria-hidden="true" className={classes.picture}>
        {shaded(peaks.pauses ?? []).map(({ start_ms: from, end_ms: to }) => (
          <rect
            key={from}
            x={x(from)}
            y={MARKS}
            width={Math.max(1, x(to) - x(from))}
            height={HEIGHT - MARKS}
            className={classes.silence}
          />
        ))}
        {recorded.turns.map(({ i, speaker, start, end }) => {
          const [edge, inward] = speaker === 'rep' ? [MARKS + 0.5, 5] : [HEIGHT - 0.5, -5];
          return (
            <path
              key={i}
              d={`M${x(start)} ${edge + inward}V${edge}H${Math.max(x(start), x(end) - 1)}`}
              className={classes.turn}
            />
          );
        })}
        <g className={classes.ahead}>{traces}</g>
        <Played recorded={recorded} width={width}>
          {traces}
        </Played>
        {marks.map((mark) => (
          <g
            key={`${mark.turn} ${mark.start} ${mark.verdict}`}
            transform={`translate(${Math.max(0, Math.min(width - 14, x(mark.start) - 7))} 2) scale(0.875)`}
            className={classes.mark}
            data-verdict={mark.verdict}
          >
            <VerdictShape verdict={mark.verdict} />
          </g>
        ))}
      </svg>
      <Slider recorded={recorded} marks={marks} nameOf={nameOf} />
    </div>
  );
}

/** What has been heard is in full ink; the head of it is a line. */
function Played({ recorded, width, children }: { recorded: Recorded; width: number; children: React.ReactNode }) {
  const id = useId();
  const head = usePlayer(recorded.player, ({ at, lengthMs }) => Math.round(2 * xOfMs(at, lengthMs, width)) / 2);
  return (
    <>
      <clipPath id={id}>
        <rect x="0" y="0" width={head} height={HEIGHT} />
      </clipPath>
      <g clipPath={`url(#${id})`} className={classes.heard}>
        {children}
      </g>
      <line x1={head} x2={head} y1={MARKS - 4} y2={HEIGHT} className={classes.head} />
    </>
  );
}

function Slider({
  recorded,
  marks,
  nameOf,
}: {
  recorded: Recorded;
  marks: Mark[];
  nameOf: (speaker: 'rep' | 'buyer') => string;
}) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  const { player, turns } = recorded;
  const dragging = useRef(false);
  const second = usePlayer(player, ({ at }) => Math.floor(at / 1000));
  const turn = soundingAt(turns, second * 1000);
  const place = { at: clock(second), length: clock(player.lengthMs / 1000) };
  const goTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    player.seek(msOfX(event.clientX - box.left, player.lengthMs, box.width));
  };
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const ms = msOfX(event.clientX - box.left, player.lengthMs, box.width);
    const mark = event.clientY - box.top < MARKS && markNear(marks, ms, msOfX(FINGER_PX, player.lengthMs, box.width));
    if (mark) {
      player.playStretch(`mark ${mark.turn} ${mark.start}`, mark);
      return;
    }
    dragging.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    goTo(event);
  };
  const release = () => {
    dragging.current = false;
  };
  const key = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    switch (command.kind) {
      case 'by':
        return player.seek(player.at + command.ms);
      case 'to':
        return player.seek(command.where === 'start' ? 0 : player.lengthMs);
      case 'toggle':
        return player.toggle();
      case 'turn':
        return player.seek(turnFrom(turns, player.at, command.step)?.start ?? player.at);
    }
  };
  return (
    <div
      className={classes.slider}
      role="slider"
      tabIndex={0}
      aria-label={t('listen.position')}
      aria-valuemin={0}
      aria-valuemax={Math.round(player.lengthMs / 1000)}
      aria-valuenow={second}
      aria-valuetext={
        turn
          ? t('listen.position_turn', { ...place, n: turn.i + 1, name: nameOf(turn.speaker) })
          : t('listen.position_text', place)
      }
      aria-keyshortcuts="[ ] Space"
      onKeyDown={key}
      onPointerDown={press}
      onPointerMove={(event) => dragging.current && goTo(event)}
      onPointerUp={release}
      onPointerCancel={release}
    />
  );
}
