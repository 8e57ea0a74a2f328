// For a bundler that knows `?url` (Vite): where the page finds the weights. Fetch them once and hand them to readSileroWeights.
import url from '../../../../../content/audio/silero-v5-16k.bin?url';

export const sileroWeightsUrl: string = url;
