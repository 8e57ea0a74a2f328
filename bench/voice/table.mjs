// One table of a load tool's results, with each figure beside the bare hand-written relay's.
import { readFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const own = (row, key) => (row.procs.sut?.[key] ?? 0) - (row.procs.db?.[key] ?? 0); // PostgreSQL is the server's child
const floor = rows.find((row) => row.sut === 'nio');
const pair = (h) => `${h.p50.toFixed(2)} / ${h.p99.toFixed(1)}`;
console.log(
  '| relay | calls | added to a turn, p50 / p99 ms | up p50 / p99 ms | down p50 / p99 ms | frames lost | turns | CPU s a call-minute | to bare NIO | kB a call beyond idle | the load\'s own lateness p99 ms |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const row of rows) {
  const cpu = own(row, 'cpuSPerSessionMin');
  const ratio = floor ? (cpu / floor.procs.sut.cpuSPerSessionMin).toFixed(2) : '-';
  const lost = row.upSent - row.upRecv + (row.downSent - row.downRecv);
  const memory = ((own(row, 'rssMb') - own(row, 'rss0Mb')) * 1024) / row.n;
  console.log(
    `| ${row.sut} | ${row.n}${row.ok ? '' : ' (not all ready)'} | ${pair(row.turn)} | ${pair(row.up)} | ${pair(row.down)} | ${lost} | ${row.turnsAnswered} of ${row.turnsAsked} | ${cpu.toFixed(4)} | ${ratio} | ${memory.toFixed(0)} | ${row.genLag.p99.toFixed(1)} |`,
  );
}
