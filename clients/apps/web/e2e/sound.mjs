// Sound files for a browser's pretended microphone.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const RATE = 48_000;

/**
 * `{ silence: ms }`, `{ say: text, voice?, speed? }` (needs espeak-ng), `{ clip: path }` of a mono WAV or
 * `{ tone: hz, ms }`, one after the other.
 */
export function makeWav(path, parts) {
  const samples = parts.flatMap((part) => [...samplesOf(part)]);
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((value, i) => data.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(value))), i * 2));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  writeFileSync(path, Buffer.concat([head, data]));
  return path;
}

function samplesOf(part) {
  if (part.silence !== undefined) return new Float32Array((part.silence * RATE) / 1000);
  if (part.tone !== undefined)
    return Float32Array.from(
      { length: (part.ms * RATE) / 1000 },
      (_, i) => 9000 * Math.sin((2 * Math.PI * part.tone * i) / RATE),
    );
  const wav = part.clip
    ? readFileSync(part.clip)
    : execFileSync('espeak-ng', ['-v', part.voice ?? 'en-us', '-s', String(part.speed ?? 150), '--stdout', part.say], {
        maxBuffer: 50_000_000,
      });
  const rate = wav.readUInt32LE(24);
  const length = Math.floor((wav.length - 44) / 2);
  const at = (i) => (i >= 0 && i < length ? wav.readInt16LE(44 + i * 2) : 0);
  return Float32Array.from({ length: Math.floor((length * RATE) / rate) }, (_, i) => {
    const exact = (i * rate) / RATE;
    const left = Math.floor(exact);
    return at(left) + (at(left + 1) - at(left)) * (exact - left);
  });
}

/** What a browser needs to take the file for its microphone and to ask nobody; it is played once from the opening on. */
export const withMicrophone = (wav) => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-audio-capture=${wav}%noloop`,
  '--autoplay-policy=no-user-gesture-required',
];

/**
 * Before the page's own code: everything that goes to the loudspeaker also goes into `window.tap.sound` (one entry a block,
 * `{ at, rms, audioMs }`, the last on the audio's own clock), what the microphone brings into `tap.heard`, what is ordered
 * of the playout into `tap.orders`, what the worker hears into `tap.speech`.
 */
export async function tapSound(context) {
  await context.addInitScript(() => {
    const tap = { sound: [], heard: [], orders: [], speech: [], context: undefined };
    window.tap = tap;
    const connect = AudioNode.prototype.connect;
    const listen = (node, list, onwards) => {
      const listener = node.context.createScriptProcessor(256, 1, 1);
      listener.onaudioprocess = ({ inputBuffer, playbackTime }) => {
        const samples = inputBuffer.getChannelData(0);
        let sum = 0;
        for (const sample of samples) sum += sample * sample;
        list.push({ at: performance.now(), rms: Math.sqrt(sum / samples.length), audioMs: playbackTime * 1000 });
      };
      // Kept from being collected while the page lives.
      (tap.kept ??= []).push(listener);
      connect.call(node, listener);
      connect.call(listener, onwards);
    };
    AudioNode.prototype.connect = function (to, ...rest) {
      if (this instanceof window.MediaStreamAudioSourceNode && tap.context !== this.context) {
        tap.context = this.context;
        listen(this, tap.heard, this.context.destination);
      }
      // What has an input is the microphone's side: it leads there only to be computed, and is silent.
      if (to instanceof AudioDestinationNode && this.numberOfInputs === 0) listen(this, tap.sound, to);
      return connect.call(this, to, ...rest);
    };
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (message, ...rest) {
      if (['duck', 'restore', 'stop', 'hold', 'release'].includes(message?.type))
        tap.orders.push({ at: performance.now(), type: message.type });
      return post.call(this, message, ...rest);
    };
    window.Worker = class extends Worker {
      constructor(...words) {
        super(...words);
        this.addEventListener('message', ({ data }) => tap.speech.push({ at: performance.now(), ...data }));
      }
    };
  });
}
