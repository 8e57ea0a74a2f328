import type { Session } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Portrait } from '@sellmeapen/ui';
import type { CallView } from '@sellmeapen/voice-client';
import { useEffect, useRef } from 'react';
import { InkDots, Said } from '../dialogue';
import { InsteadOfModel } from '../instead-of-model';
import { TechniqueTag } from '../technique-tag';
import { useLevel } from '../../../shared/use-level';
import classes from './voice-stage.module.css';

/** Until these are over, the counterpart's newest words are still to be heard and are not shown. */
const TO_BE_HEARD = ['connecting', 'reconnecting', 'thinking', 'counterpart_speaking', 'ducked'];

/** As one speaks of somebody: the first name, without a title. */
export function called(name: string): string {
  return name.split(/\s+/).find((part) => !part.endsWith('.')) ?? name;
}

function marked(ready: CallView['ready'], label: 'preview' | 'relay' | 'one_turn_late'): boolean {
  if (label === 'preview') return ready?.mouth.quality === 'preview';
  return label === 'relay' ? ready?.mode === 'relay' : ready?.steering === 'one_turn_late';
}

/** The counterpart in the middle, breathing with their voice; their words under it as they sound, one's own smaller. */
export function VoiceStage({ session, view, level }: { session: Session; view: CallView; level: () => number }) {
  const { t } = useTranslation();
  const breath = useLevel<HTMLDivElement>(level);
  const persona = session.scenario.persona;
  const mine = session.seat === 'seller' ? 'rep' : 'buyer';
  const { doing, caption, ready } = view;
  const over = session.stage === 'ended' || session.stage === 'scored';
  const hushed = (i: number) => !over && TO_BE_HEARD.includes(doing.is) && i > (view.heardTurn ?? -1);
  const turns = session.turns.filter(({ i, speaker }) => speaker === mine || !hushed(i));
  const theirs = turns.findLast(({ speaker }) => speaker !== mine);
  const own = turns.findLast(({ speaker }) => speaker === mine);
  const sounding = caption && caption.turn >= (theirs?.i ?? 0) && caption.turn !== theirs?.i;
  const labels = (['preview', 'relay', 'one_turn_late'] as const).filter((label) => marked(ready, label));
  const waiting = !sounding && (doing.is === 'thinking' || doing.is === 'connecting');
  const words = sounding ? caption.clauses : theirs ? [{ n: 0, text: theirs.text }] : [];
  const saying = view.partial || view.unsaid.at(-1)?.text;
  const spoken = useRef<HTMLDivElement>(null);
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  useEffect(() => {
    // However small the window: what is being said is in sight.
    spoken.current?.scrollIntoView({ block: 'nearest' });
  }, [length, saying]);
  const key = sounding ? caption.turn : (theirs?.i ?? -1);
  return (
    <div className={classes.stage}>
      <div className={classes.middle}>
        <div ref={breath} className={classes.breath} data-doing={doing.is}>
          <Portrait name={persona.name} size={148} />
        </div>
        <h1>{persona.name}</h1>
        <p className="quiet small">
          {persona.role}
          {persona.company && `, ${persona.company}`}
        </p>
        <p className={classes.doing}>
          <span>{over ? t('room.over') : t(`voice.doing_${doing.is}`, { name: called(persona.name) })}</span>
          {labels.map((label) => (
            <span key={label} className={classes.label} title={t(`voice.${label}_why`)}>
              {t(`voice.${label}`)}
            </span>
          ))}
        </p>
      </div>
      <div ref={spoken} className={classes.captions}>
        <p className={classes.caption} aria-live="polite" aria-label={t('voice.captions', { name: persona.name })}>
          {waiting ? (
            <InkDots />
          ) : (
            words.map(({ n, text }) => (
              <span key={`${key}-${n}`} dir="auto">
                {text}{' '}
              </span>
            ))
          )}
        </p>
        {theirs && !sounding && <InsteadOfModel turn={theirs} />}
        {theirs && session.seat === 'buyer' && !sounding && <TechniqueTag session={session} turn={theirs} />}
        {(saying ?? own) && (
          <p className={classes.own} data-so-far={saying ? true : undefined} dir="auto">
            <span className="sr">{t('common.you')}: </span>
            {saying ?? own?.text}
          </p>
        )}
      </div>
      {turns.length > 1 ? (
        <details className={classes.earlier}>
          <summary>{t('voice.so_far', { count: turns.length })}</summary>
          <ol>
            {turns.map((turn) => (
              <Said key={turn.i} turn={turn} mine={turn.speaker === mine} large={false} session={session} />
            ))}
          </ol>
        </details>
      ) : (
        <div className={classes.earlier} />
      )}
    </div>
  );
}
