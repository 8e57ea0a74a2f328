import { body } from '@sellmeapen/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';

/** What listens and what speaks on this server in a language, and where. */
export const voiceQuery = (language: string) =>
  queryOptions({
    queryKey: ['voice', language],
    queryFn: () => body(api.GET('/api/v1/voice', { params: { query: { language } } })),
    staleTime: 60_000,
    retry: false,
  });

/** What the organisation decided about sound. */
export const recordingRuleQuery = queryOptions({
  queryKey: ['organisation', 'recording'],
  queryFn: () => body(api.GET('/api/v1/organisation')),
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
