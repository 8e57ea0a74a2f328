/** Where the weights of the speech detector lie: one file for server and browser, fetched only where somebody speaks. */
export { default as sileroWeights } from '../../../../../content/audio/silero-v5-16k.bin?url';
