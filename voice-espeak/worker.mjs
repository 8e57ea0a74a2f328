// SPDX-License-Identifier: GPL-3.0-or-later
//
// The offline voice: eSpeak NG (GPL-3) in a process of its own. Whoever wants speech writes lines of JSON to its standard
// input and reads frames from its standard output:
//
//   in   {"id":1,"text":"Hello.","voice":"en-us+m3","rate":165,"pitch":50}     speak; one at a time
//        {"cancel":1}                                                          stop that one now
//   out  frames of: type (1 byte), id (4), length of what follows (4, both big-endian), then
//        H {"protocol":1,"rate":22050}        ready            A  samples, 16 bit little-endian, mono
//        E [[ms, "phoneme"] | [ms, from, to]] what sounds when, words by characters of the text
//        D {"rss":n}                          done             F {"code":"…"}  could not
//
// When standard input ends, whoever asked is gone: the process ends itself at once, whatever it is doing. Speech is made
// in a second thread so that this thread hears that, and a cancel, in time.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

const LONGEST_LINE = 64 * 1024;

function die() {
  process.kill(process.pid, 'SIGKILL');
}

function main() {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const maker = new Worker(new URL(import.meta.url), { workerData: cancelled });
  maker.on('error', die);
  maker.on('exit', die);
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on('line', (line) => {
    if (line.length > LONGEST_LINE) return die();
    try {
      const order = JSON.parse(line);
      if (order.cancel !== undefined) Atomics.store(cancelled, 0, order.cancel);
      else maker.postMessage(order);
    } catch {
      die();
    }
  });
  lines.on('close', die);
  process.stdin.on('error', die);
}

const header = Buffer.alloc(9);

function write(bytes) {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at, bytes.length - at);
    } catch (trouble) {
      if (trouble.code !== 'EAGAIN') die();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

function frame(type, id, bytes) {
  header.write(type, 0, 'latin1');
  header.writeUInt32BE(id, 1);
  header.writeUInt32BE(bytes.length, 5);
  write(Buffer.concat([header, bytes]));
}

const json = (type, id, what) => frame(type, id, Buffer.from(JSON.stringify(what)));

async function maker() {
  const { default: load } = await import('@echogarden/espeak-ng-emscripten');
  const espeak = await load();
  const voice = await new espeak.eSpeakNGWorker();
  const cancelled = workerData;

  function speak({ id, text, voice: name, rate, pitch }) {
    if (voice.set_voice(name) !== 0) return json('F', id, { code: 'no-such-voice' });
    voice.set_rate(rate);
    voice.set_pitch(pitch);
    const stopped = () => Atomics.load(cancelled, 0) === id;
    if (!stopped()) {
      voice.synthesize(text, (samples, events) => {
        if (stopped()) return true;
        const told = [];
        for (const event of events) {
          if (event.type === 'phoneme') told.push([event.audio_position, event.id]);
          else if (event.type === 'word') {
            const from = event.text_position - 1;
            told.push([event.audio_position, from, from + event.word_length]);
          }
        }
        if (told.length > 0) json('E', id, told);
        if (samples && samples.length > 0) {
          frame('A', id, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
        }
        return false;
      });
    }
    json('D', id, { rss: process.memoryUsage.rss() });
  }

  // Once for nothing: what is compiled at the first word is compiled now.
  voice.set_voice('en-us');
  voice.synthesize('Ready to speak.', () => false);
  parentPort.on('message', speak);
  json('H', 0, { protocol: 1, rate: voice.get_samplerate() });
}

if (isMainThread) main();
else maker().catch(die);
