import { useTranslation } from '@sellmeapen/i18n';
import type { Call, CallView } from '@sellmeapen/voice-client';
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import { useEffect, useRef, type PointerEvent } from 'react';
import classes from './voice-bar.module.css';
import { useLevel } from '../../../shared/use-level';

const HOLD_MS = 250;

/** Typing and pressing keep their meaning: the space bar talks only where it would do nothing else. */
function takesSpace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, button, a, summary, dialog, [contenteditable]') !== null
  );
}

/** A touch opens or closes it, holding it (or the space bar) talks for as long. */
export function MicButton({ call, view, level }: { call: Call; view: CallView; level: () => number }) {
  const { t } = useTranslation();
  const ring = useLevel<HTMLButtonElement>(level);
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined);
  const usable = view.mic === 'open' || view.mic === 'closed';
  const open = view.mic === 'open' && !view.pushToTalk;

  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target !== ring.current && takesSpace(event.target)) return;
      event.preventDefault();
      if (usable) call.press();
    };
    const up = (event: KeyboardEvent) => {
      if (event.code !== 'Space') return;
      if (event.target === ring.current) event.preventDefault();
      call.release();
    };
    // Whoever looks away has let go.
    const away = () => call.release();
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    addEventListener('blur', away);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
      removeEventListener('blur', away);
    };
  }, [call, usable, ring]);

  const pressed = (event: PointerEvent) => {
    if (event.button !== 0 || !usable) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    holding.current = setTimeout(() => call.press(), view.pushToTalk ? 0 : HOLD_MS);
  };
  const letGo = () => {
    clearTimeout(holding.current);
    if (call.view().talking) call.release();
    else if (!view.pushToTalk) call.wantMic(!open);
  };
  const word = view.talking
    ? 'mic_talking'
    : view.pushToTalk
      ? 'mic_hold'
      : (
          {
            asking: 'mic_asking',
            open: 'mic_open',
            closed: 'mic_closed',
            blocked: 'mic_blocked',
            none: 'mic_none',
          } as const
        )[view.mic];
  return (
    <span className={classes.micPlace}>
      <button
        ref={ring}
        type="button"
        className={classes.mic}
        data-state={view.talking ? 'talking' : open ? 'open' : 'closed'}
        aria-pressed={open || view.talking}
        aria-label={t(`voice.${word}_label`)}
        aria-disabled={!usable}
        onPointerDown={pressed}
        onPointerUp={usable ? letGo : undefined}
        onPointerCancel={() => {
          clearTimeout(holding.current);
          call.release();
        }}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && usable && !view.pushToTalk) call.wantMic(!open);
        }}
      >
        {open || view.talking ? <IconMicrophone size={26} /> : <IconMicrophoneOff size={26} />}
      </button>
      <span className={classes.word} aria-hidden="true">
        {t(`voice.${word}`)}
      </span>
    </span>
  );
}
