import type { ClockAnchor } from '../sound/call-clock';

export const CAPTURE = 'sellmeapen-capture';

export type CaptureOrder =
  | { type: 'anchor'; anchor: ClockAnchor }
  /** Frames at this rate from now on. */
  | { type: 'open'; rate: number }
  | { type: 'close' }
  /** Where the frames also go, straight from the audio thread, whatever the page is busy with. */
  | { type: 'listener'; port: MessagePort };

export type CaptureNews =
  | { type: 'opened'; atMs: number }
  | { type: 'frame'; pcm: Int16Array<ArrayBuffer>; atMs: number; rms: number }
  | { type: 'closed'; atMs: number };

/** What the listener gets: 20 ms of floats. */
export interface HeardFrame {
  samples: Float32Array<ArrayBuffer>;
  rate: number;
  atMs: number;
}
