import { queryOptions } from '@tanstack/react-query';
import { send } from './api';

/** What listens and what speaks on this server, and where. */
export interface VoiceStatus {
  ear: { kind: 'server' | 'browser' | 'none'; id?: string; local?: boolean; why?: string };
  mouth: { id?: string; quality?: 'preview' | 'full'; local?: boolean; why?: string };
  recording: boolean;
}

/** What the organisation decided about sound. Absent where the server keeps none. */
export interface RecordingRule {
  record_voice?: boolean;
  keep_recordings_days?: number;
}

async function get<T>(path: string): Promise<T> {
  const response = await send(new Request(new URL(path, location.origin), { credentials: 'same-origin' }));
  return (await response.json()) as T;
}

export const voiceQuery = queryOptions({
  queryKey: ['voice'],
  queryFn: () => get<VoiceStatus>('/api/v1/voice'),
  staleTime: 60_000,
  retry: false,
});

export const recordingRuleQuery = queryOptions({
  queryKey: ['organisation', 'recording'],
  queryFn: () => get<RecordingRule>('/api/v1/organisation'),
  staleTime: 60_000,
  retry: false,
});

/** True where at least one microphone is plugged in; its name needs permission, its being there does not. */
export const microphonesQuery = queryOptions({
  queryKey: ['microphones'],
  queryFn: async () => {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    return devices.some(({ kind }) => kind === 'audioinput');
  },
  staleTime: 10_000,
});
