const HEAD = 44;
const BYTES = 2;

/** One channel of 16-bit samples as a WAV file. */
export function wavOf(frames: Int16Array<ArrayBuffer>[], rate: number): Blob {
  const length = frames.reduce((sum, { length }) => sum + length, 0) * BYTES;
  const head = new DataView(new ArrayBuffer(HEAD));
  const word = (at: number, text: string) => [...text].forEach((c, i) => head.setUint8(at + i, c.charCodeAt(0)));
  word(0, 'RIFF');
  head.setUint32(4, HEAD - 8 + length, true);
  word(8, 'WAVEfmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, rate, true);
  head.setUint32(28, rate * BYTES, true);
  head.setUint16(32, BYTES, true);
  head.setUint16(34, 8 * BYTES, true);
  word(36, 'data');
  head.setUint32(40, length, true);
  return new Blob([head, ...frames], { type: 'application/octet-stream' });
}
