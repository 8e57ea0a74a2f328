import { createSpeechDetector, readSileroWeights } from '../activity';
import type { HeardFrame } from '../capture/capture-line';
import type { ActivityNews, ActivityOrder } from './activity-line';
import { Listening } from './listening';

const tell = (news: ActivityNews) => postMessage(news);

/** Listens for speech off the page's thread: frames come straight from the audio thread. */
addEventListener('message', ({ data }: MessageEvent<ActivityOrder>) => {
  try {
    begin(data);
  } catch (trouble) {
    tell({ type: 'deaf', why: String(trouble) });
  }
});

function begin({ weights, port }: ActivityOrder): void {
  const learned = readSileroWeights(weights);
  const listening = new Listening((rate, listener) => createSpeechDetector(learned, rate, listener), tell);
  port.onmessage = ({ data }: MessageEvent<HeardFrame>) => listening.accept(data);
}
