import { body, type Debrief, type Recording } from '@sellmeapen/api-client';
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { api } from '../../shared/api';
import { sentences, soundingAt, timedTurns, type Sentence, type TimedTurn } from './moments';
import { Player } from './player';

/** A recording that can be heard, for whatever on the page plays a part of it. */
export interface Recorded {
  player: Player;
  turns: TimedTurn[];
  sentences: Sentence[];
}

export const RecordedContext = createContext<Recorded | undefined>(undefined);

export const useRecorded = () => useContext(RecordedContext);

const ASK_AGAIN_MS = 2_000;
const ASK_AT_MOST = 20;

export const recordingQuery = (id: string) =>
  queryOptions({
    queryKey: ['recording', id],
    queryFn: () => body(api.GET('/api/v1/sessions/{id}/recording', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? ASK_AGAIN_MS : false),
  });

export const peaksQuery = (id: string) =>
  queryOptions({
    queryKey: ['recording', id, 'peaks'],
    queryFn: () =>
      body(api.GET('/api/v1/sessions/{id}/recording/peaks', { params: { path: { id }, query: { buckets: 1200 } } })),
    staleTime: Infinity,
    // Pauses are measured when the recording is complete, which takes some seconds; after that they stay.
    refetchInterval: ({ state }) =>
      state.data && !state.data.pauses && state.dataUpdateCount < ASK_AT_MOST ? ASK_AGAIN_MS : false,
  });

function eachPicture(tell: () => void): () => void {
  let asked = 0;
  const picture = () => {
    tell();
    asked = requestAnimationFrame(picture);
  };
  asked = requestAnimationFrame(picture);
  return () => cancelAnimationFrame(asked);
}

export function useRecording({ session }: Debrief): {
  recording: UseQueryResult<Recording>;
  recorded: Recorded | undefined;
} {
  const recording = useQuery(recordingQuery(session.id));
  const seconds = recording.data?.state === 'complete' ? recording.data.seconds : undefined;
  const { turns, language } = session;
  const timed = useMemo(() => timedTurns(turns), [turns]);
  const player = useMemo(() => (seconds ? new Player(seconds * 1000, eachPicture) : undefined), [seconds]);
  const recorded = useMemo(
    () => player && { player, turns: timed, sentences: sentences(timed, language) },
    [player, timed, language],
  );
  return { recording, recorded };
}

/** One value of the player; its reader is drawn again only when that value is another one. */
export function usePlayer<T extends string | number | boolean | undefined>(
  player: Player,
  select: (player: Player) => T,
): T {
  return useSyncExternalStore(player.subscribe, () => select(player));
}

const never = () => () => undefined;

/** Which characters of this turn are being said right now, as `from:to`. */
export function useSpoken(turn: number): string | undefined {
  const recorded = useRecorded();
  return useSyncExternalStore(recorded?.player.subscribe ?? never, () => {
    if (!recorded?.player.playing) return undefined;
    const sentence = soundingAt(recorded.sentences, recorded.player.at);
    return sentence?.turn === turn ? `${sentence.from}:${sentence.to}` : undefined;
  });
}
