export * from './activity';
export { BARGE_IN, BargeIn, type BargeInDecision } from './call/barge-in';
export { isBackChannel } from './call/back-channel';
export { Call } from './call/call';
export type { CallSettings } from './call/call-settings';
export type { Caption } from './call/captions';
export { TicketRefused, type LinkEnd, type Socket, type SocketEvents, type TicketRefusal } from './call/link';
export type {
  AudioEvents,
  CallAudio,
  CallListener,
  CallPorts,
  MicrophoneState,
  SpeakerOrder,
  Speech,
  StageNews,
  TicketWish,
} from './call/ports';
export type { CallView, Doing, MicView } from './call/view';
export type { CaptureFrame } from './capture/framer';
export * from './protocol/messages';
export { meter } from './sound/pcm';
