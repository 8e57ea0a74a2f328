export { readSileroWeights, type SileroWeights } from './silero-weights';
export {
  createSpeechDetector,
  STANDARD_SETTINGS,
  type ActivityFrame,
  type SpeechDetector,
  type SpeechDetectorSettings,
  type SpeechListener,
} from './speech-detector';
