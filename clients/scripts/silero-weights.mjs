// Makes content/audio/silero-v5-16k.bin from the published model: node clients/scripts/silero-weights.mjs [silero_vad_v5.onnx]
// Without a file it takes the one in the npm package below. Reads the few fields of ONNX that are needed; no library.
import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = '@ricky0123/vad-web@0.0.31';
const MODEL_SHA256 = '2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f';
const OUT = fileURLToPath(new URL('../../content/audio/silero-v5-16k.bin', import.meta.url));

// In the order of the file. The first layer of the model, a Fourier transform under a Hann window, is computed instead.
const TENSORS = [
  ...[0, 1, 2, 3].flatMap((i) => [`encoder.${i}.reparam_conv.weight`, `encoder.${i}.reparam_conv.bias`]),
  'decoder.rnn.weight_ih',
  'decoder.rnn.weight_hh',
  'decoder.rnn.bias_ih',
  'decoder.rnn.bias_hh',
  'decoder.decoder.2.weight',
  'decoder.decoder.2.bias',
];

/** The fields of one protobuf message: number -> values; a nested message or string is a Buffer. */
function fields(buffer) {
  const found = new Map();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = buffer[at++];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const bytes = (length) => buffer.subarray(at, (at += length));
  while (at < buffer.length) {
    const key = Number(varint());
    const wire = key & 7;
    const value = wire === 0 ? varint() : bytes(wire === 1 ? 8 : wire === 5 ? 4 : Number(varint()));
    const number = key >> 3;
    found.set(number, [...(found.get(number) ?? []), value]);
  }
  return found;
}

const text = (value) => value?.toString('utf8') ?? '';

/** Every constant of a graph and of the graphs inside it, by the name of what it makes. */
function constants(graph, into) {
  for (const node of (graph.get(1) ?? []).map(fields)) {
    for (const attribute of (node.get(5) ?? []).map(fields)) {
      for (const tensor of attribute.get(5) ?? []) into.set(text(node.get(2)?.[0]), fields(tensor));
      for (const inner of attribute.get(6) ?? []) constants(fields(inner), into);
    }
  }
  return into;
}

function model() {
  if (process.argv[2]) return readFileSync(process.argv[2]);
  const folder = mkdtempSync(join(tmpdir(), 'silero-'));
  try {
    const name = execFileSync('npm', ['pack', '--silent', PACKAGE], { cwd: folder, encoding: 'utf8' }).trim();
    execFileSync('tar', ['-xzf', name], { cwd: folder });
    return readFileSync(join(folder, 'package/dist/silero_vad_v5.onnx'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const source = model();
const sha256 = createHash('sha256').update(source).digest('hex');
if (sha256 !== MODEL_SHA256) throw new Error(`Not the model that is meant: ${sha256}`);
const all = constants(fields(fields(source).get(7)[0]), new Map());
const header = [TENSORS.length];
const data = [];
for (const name of TENSORS) {
  // The first branch is the one for 16 kHz; the other, with the same names, is for 8 kHz.
  const tensor = all.get(`If_0_then_branch__Inline_0__${name}`);
  const shape = (tensor.get(1) ?? []).map(Number);
  const raw = tensor.get(9)[0];
  if (raw.length !== 4 * shape.reduce((a, b) => a * b, 1)) throw new Error(`${name}: ${shape} but ${raw.length} bytes`);
  header.push(shape.length, ...shape);
  data.push(raw);
}
const head = Buffer.alloc(4 * header.length);
header.forEach((value, i) => head.writeUInt32LE(value, 4 * i));
const made = Buffer.concat([Buffer.from('SILERO5\n', 'latin1'), head, ...data]);
writeFileSync(OUT, made);
console.log(`${OUT}: ${made.length} bytes, sha256 ${createHash('sha256').update(made).digest('hex')}`);
