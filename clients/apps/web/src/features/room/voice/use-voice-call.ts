import type { Session, Turn } from '@sellmeapen/api-client';
import { Call, type CallListener } from '@sellmeapen/voice-client';
import { BrowserEar, connectSocket, VoiceAudio, wallClock } from '@sellmeapen/voice-client/browser';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sileroWeights } from '../../../shared/silero-weights';
import { voiceQuery } from '../../../shared/voice-api';
import { evensOut, gaugeWanted, voiceMemory } from '../../../shared/voice-memory';
import { mergeTurns } from '../pending-turn';
import { patchSession } from '../session-cache';
import { askTicket } from './ask-ticket';
import { lastHeardTurn } from './last-heard';

export type VoiceCall =
  | { is: 'opening' }
  /** This browser cannot do it at all. */
  | { is: 'impossible' }
  | { is: 'on'; call: Call; audio: VoiceAudio; ear: BrowserEar | undefined };

/** Opens loudspeaker and microphone as soon as the room stands, and calls once it is live and this tab's. */
export function useVoiceCall(session: Session, mayCall: boolean): VoiceCall {
  const queryClient = useQueryClient();
  const [state, setState] = useState<VoiceCall>({ is: 'opening' });
  const first = useRef(session);
  const id = session.id;
  useEffect(() => {
    let gone = false;
    let close = () => undefined as void;
    const listener: CallListener = {
      turns: (turns, news) => {
        patchSession(queryClient, id, (known) => ({
          ...known,
          ...(news as Partial<Session>),
          turns: mergeTurns(known.turns, turns as Turn[]),
        }));
        if (news.stage === 'ended' || news.stage === 'scored')
          void queryClient.invalidateQueries({ queryKey: ['session', id] });
      },
      resync: () => void queryClient.invalidateQueries({ queryKey: ['session', id] }),
    };
    const begin = async () => {
      const memory = voiceMemory();
      const opened = first.current;
      const status = queryClient.ensureQueryData(voiceQuery(opened.language)).catch(() => undefined);
      const audio = await VoiceAudio.open({
        weights: sileroWeights,
        microphoneId: memory.microphoneId,
        evensOut: evensOut(),
      });
      const offer = await status;
      const deaf = offer !== undefined && offer.ear.id === undefined;
      if (gone) return audio.shut();
      // The server's own ear comes first: the browser's sends the sound elsewhere.
      const ears = deaf && memory.browserEar === true && BrowserEar.available();
      const call = new Call(
        {
          ...wallClock,
          ticket: (wish) => askTicket(id, wish),
          connect: connectSocket,
          newKey: () => crypto.randomUUID(),
          audio,
          listener,
        },
        {
          language: opened.language,
          mine: opened.seat === 'seller' ? 'rep' : 'buyer',
          recording: memory.record === true,
          ...(memory.patienceMs === undefined ? {} : { patienceMs: memory.patienceMs }),
          ear: ears ? 'browser' : 'server',
          headphones: memory.headphones === true,
          gauge: gaugeWanted(opened.seat),
          lastHeardTurn: lastHeardTurn(opened),
        },
      );
      const ear = BrowserEar.available()
        ? new BrowserEar(opened.language, {
            heard: (text, last) => call.recognised(text, last),
            failed: () => call.useEar('none'),
          })
        : undefined;
      const nudge = () => call.nudge();
      addEventListener('online', nudge);
      close = () => {
        removeEventListener('online', nudge);
        ear?.be(false);
        call.leave();
        audio.shut();
      };
      setState({ is: 'on', call, audio, ear });
    };
    begin().catch(() => setState({ is: 'impossible' }));
    return () => {
      gone = true;
      close();
    };
  }, [id, queryClient]);

  const called = useRef<Call | undefined>(undefined);
  const call = state.is === 'on' ? state.call : undefined;
  useEffect(() => {
    if (!call || !mayCall || called.current === call) return;
    called.current = call;
    call.start();
  }, [call, mayCall]);
  return state;
}
