import { useFormats, useTranslation } from '@sellmeapen/i18n';
import type { Latency } from '@sellmeapen/voice-client';
import { useId, useState } from 'react';
import classes from './latency-strip.module.css';

const SLOW_MS = 1500;
const STAGES = ['text', 'first_word', 'first_audio', 'playing'] as const;

/** A dot that says how fast the last answer came; pressed, it tells every stage of it from the end of speech on. */
export function LatencyStrip({ latency }: { latency: Latency | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [open, setOpen] = useState(false);
  const strip = useId();
  const stages = STAGES.flatMap((stage) => {
    const ms = latency?.[`${stage}_ms`];
    return ms === undefined ? [] : [{ stage, ms }];
  });
  const total = stages.at(-1)?.ms;
  const quality = total === undefined ? 'none' : total - (latency?.waited_ms ?? 0) > SLOW_MS ? 'slow' : 'good';
  const told = total === undefined ? t('room.latency_none') : t(`room.latency_${quality}`, { ms: number(total) });
  const share = (ms: number) => `${(100 * ms) / Math.max(total ?? 1, 1)}%`;
  return (
    <span className={classes.around}>
      <button
        type="button"
        className={classes.dot}
        data-quality={quality}
        aria-expanded={open}
        aria-controls={strip}
        aria-label={told}
        title={told}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      />
      <span id={strip} hidden={!open} className={classes.strip}>
        {latency === undefined || total === undefined ? (
          <span>{t('voice.latency_none')}</span>
        ) : (
          <>
            <b>{t('voice.latency_title')}</b>
            <span className={classes.line} aria-hidden="true">
              <span className={classes.waited} style={{ inlineSize: share(latency.waited_ms) }} />
              {stages.map(({ stage, ms }) => (
                <span key={stage} className={classes.tick} style={{ insetInlineStart: share(ms) }} />
              ))}
            </span>
            <span role="list" className={classes.stages}>
              {stages.map(({ stage, ms }) => (
                <span role="listitem" key={stage}>
                  {t(`voice.stage_${stage}`)} <span className="num">{t('voice.ms', { ms: number(ms) })}</span>
                </span>
              ))}
              <span role="listitem" className={classes.policy}>
                {t('voice.stage_waited')}{' '}
                <span className="num">{t('voice.ms', { ms: number(latency.waited_ms) })}</span>
              </span>
            </span>
          </>
        )}
      </span>
    </span>
  );
}
