const MAGIC = 'SILERO5\n';
const SHAPES = [
  [128, 129, 3],
  [128],
  [64, 128, 3],
  [64],
  [64, 64, 3],
  [64],
  [128, 64, 3],
  [128],
  [512, 128],
  [512, 128],
  [512],
  [512],
  [1, 128, 1],
  [1],
] as const;

/** One layer of the encoder: `weights[(tap * ins + in) * outs + out]`. */
export interface Convolution {
  readonly ins: number;
  readonly outs: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** What the Silero v5 network has learned, for 16 kHz. Read once, never changed; detectors share it. */
export interface SileroWeights {
  readonly encoder: readonly [Convolution, Convolution, Convolution, Convolution];
  /** `[in * 512 + gate]`, the 128 inputs and then the 128 of the state; gates in the order i, f, g, o. */
  readonly recurrent: Float32Array;
  readonly recurrentBias: Float32Array;
  readonly decoder: Float32Array;
  readonly decoderBias: number;
}

/** Reads `content/audio/silero-v5-16k.bin`. Throws where the bytes are something else, such as a page that says "not found". */
export function readSileroWeights(bytes: ArrayBuffer): SileroWeights {
  const header = 4 * (MAGIC.length / 4 + 1 + SHAPES.reduce((sum, shape) => sum + 1 + shape.length, 0));
  const floats = SHAPES.reduce((sum, shape) => sum + size(shape), 0);
  const expected = [SHAPES.length, ...SHAPES.flatMap((shape) => [shape.length, ...shape])];
  const view = new DataView(bytes);
  const known =
    bytes.byteLength === header + 4 * floats &&
    String.fromCharCode(...new Uint8Array(bytes, 0, MAGIC.length)) === MAGIC &&
    expected.every((value, i) => view.getUint32(MAGIC.length + 4 * i, true) === value);
  if (!known) throw new Error('These are not the weights of Silero v5.');
  let at = header;
  const tensors = SHAPES.map((shape) => {
    const tensor = new Float32Array(size(shape));
    for (let i = 0; i < tensor.length; i++, at += 4) tensor[i] = view.getFloat32(at, true);
    return tensor;
  });
  const tensor = (i: number) => tensors[i] as Float32Array;
  const convolution = (i: 0 | 1 | 2 | 3): Convolution => {
    const [outs, ins] = SHAPES[2 * i] as readonly [number, number, number];
    return { ins, outs, weights: byTap(tensor(2 * i), outs, ins), bias: tensor(2 * i + 1) };
  };
  const recurrent = new Float32Array(256 * 512);
  recurrent.set(turned(tensor(8), 512, 128));
  recurrent.set(turned(tensor(9), 512, 128), 128 * 512);
  return {
    encoder: [convolution(0), convolution(1), convolution(2), convolution(3)],
    recurrent,
    recurrentBias: tensor(10).map((bias, i) => bias + (tensor(11)[i] as number)),
    decoder: tensor(12),
    decoderBias: tensor(13)[0] as number,
  };
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function byTap(weights: Float32Array, outs: number, ins: number): Float32Array {
  const turnedWeights = new Float32Array(weights.length);
  for (let out = 0; out < outs; out++)
    for (let i = 0; i < ins; i++)
      for (let tap = 0; tap < 3; tap++)
        turnedWeights[(tap * ins + i) * outs + out] = weights[(out * ins + i) * 3 + tap] as number;
  return turnedWeights;
}

function turned(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const columnFirst = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      columnFirst[column * rows + row] = matrix[row * columns + column] as number;
  return columnFirst;
}
