import { createSpeechDetector, readSileroWeights } from '../activity';
import type { HeardFrame } from '../capture/capture-line';
import type { ActivityNews, ActivityOrder } from './activity-line';
import { Listening } from './listening';

const tell = (news: ActivityNews) => postMessage(news);

/** Listens for speech off the page's thread: frames come straight from the audio thread. */
addEventListener('message', ({ data }: MessageEvent<ActivityOrder>) => {
  void begin(data).catch((trouble: unknown) => tell({ type: 'deaf', why: String(trouble) }));
});

async function begin({ weights, port }: ActivityOrder): Promise<void> {
  const answer = await fetch(weights);
  if (!answer.ok) throw new Error(`the weights did not come: ${answer.status}`);
  const learned = readSileroWeights(await answer.arrayBuffer());
  const listening = new Listening((rate, listener) => createSpeechDetector(learned, rate, listener), tell);
  port.onmessage = ({ data }: MessageEvent<HeardFrame>) => listening.accept(data);
}
