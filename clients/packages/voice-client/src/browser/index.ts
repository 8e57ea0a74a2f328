export { BrowserEar, type BrowserEarEvents } from './browser-ear';
export { VoiceAudio, type Levels, type VoiceAudioSettings } from './voice-audio';
export { connectSocket, wallClock } from './web-socket';
export { whichBrowser, type BrowserKind } from './which-browser';
