import type { MicrophoneState } from '@sellmeapen/voice-client';
import { VoiceAudio } from '@sellmeapen/voice-client/browser';
import { useEffect, useRef, useState } from 'react';
import { sileroWeights } from '../../shared/silero-weights';
import { send } from '../../shared/api';
import { evensOut, voiceMemory } from '../../shared/voice-memory';
import { judgeEcho, judgeMicrophone, judgeNetwork, type Judgement } from './judge';
import { melody, melodyIn, RATE } from './tones';

const PINGS = 3;
const NOISE_FRAMES = 25;
/** What is played comes back later: through loudspeaker, room and microphone. */
const ECHO_TAIL_MS = 300;

export interface Check {
  audio: VoiceAudio | undefined;
  impossible: boolean;
  microphone: MicrophoneState;
  loudness: Judgement;
  speaker: 'waiting' | 'playing' | 'played';
  echo: Judgement;
  network: { judged: Judgement; ms: number | undefined };
  play: () => void;
}

async function quickest(): Promise<number | undefined> {
  let best: number | undefined;
  for (let i = 0; i < PINGS; i++) {
    const began = performance.now();
    try {
      await send(
        new Request(new URL('/api/v1/me', location.origin), { credentials: 'same-origin', cache: 'no-store' }),
      );
    } catch {
      continue;
    }
    best = Math.min(best ?? Infinity, performance.now() - began);
  }
  return best === undefined ? undefined : Math.round(best);
}

/** Opens the devices for as long as the check is looked at, and judges what comes. */
export function useCheck(): Check {
  const [audio, setAudio] = useState<VoiceAudio>();
  const [impossible, setImpossible] = useState(false);
  const [microphone, setMicrophone] = useState<MicrophoneState>('asking');
  const [loudness, setLoudness] = useState<Judgement>('waiting');
  const [speaker, setSpeaker] = useState<Check['speaker']>('waiting');
  const [echo, setEcho] = useState<Judgement>('waiting');
  const [network, setNetwork] = useState<Check['network']>({ judged: 'waiting', ms: undefined });
  const noise = useRef<number[]>([]);
  const during = useRef<number[] | undefined>(undefined);
  const turn = useRef(0);

  useEffect(() => {
    let gone = false;
    let opened: VoiceAudio | undefined;
    let loudest = 0;
    void quickest().then((ms) => {
      if (!gone) setNetwork({ judged: judgeNetwork(ms), ms });
    });
    VoiceAudio.open({ weights: sileroWeights, microphoneId: voiceMemory().microphoneId, evensOut: evensOut() })
      .then((voice) => {
        if (gone) return voice.shut();
        opened = voice;
        voice.listen({
          opened: () => undefined,
          closed: () => undefined,
          activity: () => undefined,
          deaf: () => undefined,
          heard: (news) => {
            if (news.type !== 'played') return;
            setTimeout(() => {
              if (gone) return;
              const heard = during.current ?? [];
              during.current = undefined;
              setSpeaker('played');
              if (voice.microphone === 'there') setEcho(judgeEcho(noise.current, heard));
            }, ECHO_TAIL_MS);
          },
          microphone: (state) => {
            setMicrophone(state);
            if (state === 'there') voice.open(RATE);
          },
          frame: (pcm, _, rms) => {
            const notes = melodyIn(pcm);
            if (during.current) during.current.push(notes);
            else {
              noise.current = [...noise.current.slice(1 - NOISE_FRAMES), notes];
              // What the loudspeaker says is not the person.
              loudest = Math.max(loudest, rms);
              setLoudness(judgeMicrophone(loudest));
            }
          },
        });
        setMicrophone(voice.microphone);
        if (voice.microphone === 'there') voice.open(RATE);
        setAudio(voice);
      })
      .catch(() => setImpossible(true));
    return () => {
      gone = true;
      opened?.shut();
    };
  }, []);

  const play = () => {
    if (!audio || speaker === 'playing') return;
    setSpeaker('playing');
    setEcho('waiting');
    during.current = [];
    const notes = melody();
    const mine = ++turn.current;
    void audio.resume().then(() => {
      audio.play({ type: 'audio', turn: mine, clause: 0, pcm: notes });
      audio.play({ type: 'said', turn: mine });
    });
  };
  return { audio, impossible, microphone, loudness, speaker, echo, network, play };
}
