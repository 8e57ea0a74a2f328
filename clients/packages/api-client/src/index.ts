export { body, createApi, sender, versioned, type Api, type ClientSettings } from './client';
export { readEventStream, type StreamEvent } from './event-stream';
export { isRefusal, NoAnswer, Refusal } from './refusal';
export { speak, type SpeakRequest } from './speak';
export type * from './types';
