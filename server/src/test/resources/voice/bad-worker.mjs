// A worker of the offline voice that misbehaves as its first argument says. The second names a file in which it counts how
// often it was started: from the start whose number is the third argument on it behaves.
import { appendFileSync, readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [how, count, well] = process.argv.slice(2);
appendFileSync(count, '.');
const good = readFileSync(count, 'utf8').length >= Number(well);

function frame(type, id, bytes, length = bytes.length) {
  const head = Buffer.alloc(9);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(id, 1);
  head.writeUInt32BE(length, 5);
  writeSync(1, Buffer.concat([head, bytes]));
}
const json = (type, id, what) => frame(type, id, Buffer.from(JSON.stringify(what)));

if (!good && how === 'dies-at-once') process.exit(3);
if (!good && how === 'greets-wrongly') json('H', 0, { protocol: 9, rate: 1 });
else json('H', 0, { protocol: 1, rate: 22050 });

// A second of sound whose samples count upwards, in ten pieces, each told with a phoneme.
function piece(id, n) {
  json('E', id, [[n * 100, n % 2 ? 'p' : 'a']]);
  const samples = Buffer.alloc(4410);
  for (let i = 0; i < 2205; i++) samples.writeInt16LE(1000 + n * 2205 + i, 2 * i);
  frame('A', id, samples);
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id } = JSON.parse(line);
  if (id === undefined) return;
  for (let n = 0; n < 10; n++) {
    if (!good && n === 5) {
      if (how === 'dies-midway') process.exit(3);
      if (how === 'hangs') return;
      if (how === 'writes-garbage') writeSync(1, '<html>what is this</html>'.repeat(100));
      if (how === 'huge-frame') frame('A', id, Buffer.alloc(0), 0x7fffffff);
      if (how === 'negative-frame') frame('A', id, Buffer.alloc(0), 0xffffffff);
      if (how === 'half-a-sample') frame('A', id, Buffer.alloc(3));
      if (how === 'no-json') frame('E', id, Buffer.from('[[1, '));
      if (how === 'odd-event') json('E', id, [{ at: 3 }]);
      if (how === 'of-another-order') frame('A', id + 7, Buffer.alloc(2));
      if (how === 'greets-again') json('H', id, {});
    }
    piece(id, n);
  }
  json('D', id, { rss: 1 });
}).on('close', () => process.exit(0));
