import { beforeEach, describe, expect, it } from 'vitest';
import { loudness } from '../sound/pcm';
import { PlayoutQueue, type PlayoutNews } from './playout-queue';

const RATE = 24_000;
const BLOCK = 128;
const BLOCK_MS = (BLOCK * 1000) / RATE;

/** A tone that never stands still, so that a missing or doubled sample shows. */
const pcm = (ms: number) =>
  Int16Array.from({ length: (ms * RATE) / 1000 }, (_, i) => 16_000 * Math.sin((2 * Math.PI * 200 * i) / RATE));

let queue: PlayoutQueue;
let news: PlayoutNews[];
let frame: number;

beforeEach(() => {
  news = [];
  frame = 0;
  queue = new PlayoutQueue(RATE, (one) => news.push(one));
});

function render(ms: number): Float32Array {
  const out = new Float32Array(Math.ceil(ms / BLOCK_MS) * BLOCK);
  for (let at = 0; at < out.length; at += BLOCK, frame += BLOCK) queue.render(out.subarray(at, at + BLOCK), frame);
  return out;
}

function give(turn: number, clause: number, ms: number) {
  for (let at = 0; at < ms; at += 20) queue.audio(turn, clause, pcm(20));
}

const told = (type: PlayoutNews['type']) => news.filter((one) => one.type === type);
const steepest = (out: Float32Array) =>
  Math.max(...out.slice(1).map((value, i) => Math.abs(value - (out[i] as number))));
const TONE_STEP = (0.5 * 2 * Math.PI * 200) / RATE;

describe('starting', () => {
  it('waits until there is enough to run on', () => {
    give(1, 0, 40);
    expect(loudness(render(50))).toBe(0);
    give(1, 0, 20);
    expect(loudness(render(20))).toBeGreaterThan(0.1);
    expect(told('playing')).toEqual([{ type: 'playing', turn: 1, fromMs: 0, frame: expect.any(Number) as number }]);
  });

  it('does not wait when that is all there is', () => {
    give(1, 0, 40);
    queue.said(1);
    render(6);
    expect(told('playing')).toHaveLength(1);
  });

  it('does not let a short clause wait for ever', () => {
    give(1, 0, 20);
    render(130);
    expect(told('playing')).toHaveLength(1);
  });

  it('begins and ends without a click', () => {
    give(1, 0, 200);
    queue.said(1);
    expect(steepest(render(400))).toBeLessThan(TONE_STEP * 3);
  });
});

describe('telling', () => {
  it('says at which frame each clause begins to sound', () => {
    give(1, 0, 100);
    give(1, 1, 60);
    queue.said(1);
    render(300);
    const [first, second] = told('clause') as { clause: number; frame: number }[];
    expect([first?.clause, second?.clause]).toEqual([0, 1]);
    expect((second?.frame ?? 0) - (first?.frame ?? 0)).toBe((100 * RATE) / 1000);
    expect(told('played')).toMatchObject([
      { turn: 1, playedMs: 160, frame: (first?.frame ?? 0) + (160 * RATE) / 1000 },
    ]);
  });

  it('reports a level while it sounds and one silence after it', () => {
    give(1, 0, 200);
    queue.said(1);
    render(600);
    const levels = (told('level') as { rms: number }[]).map(({ rms }) => rms);
    expect(levels.slice(0, -1).every((rms) => rms > 0.1)).toBe(true);
    expect(levels.at(-1)).toBe(0);
  });
});

describe('running dry', () => {
  it('tells it, sinks without a click, wants more next time and says where it goes on', () => {
    give(1, 0, 80);
    const out = render(120);
    expect(told('underrun')).toMatchObject([{ turn: 1, playedMs: 80, nextTargetMs: 100 }]);
    expect(steepest(out)).toBeLessThan(TONE_STEP * 6);
    give(1, 0, 80);
    expect(loudness(render(30))).toBe(0);
    give(1, 0, 20);
    render(20);
    expect(told('playing')).toMatchObject([
      { turn: 1, fromMs: 0 },
      { turn: 1, fromMs: 80 },
    ]);
  });

  it('never wants more than 200 ms', () => {
    for (let i = 0; i < 8; i++) {
      give(1, 0, 220);
      render(500);
    }
    expect(Math.max(...(told('underrun') as { nextTargetMs: number }[]).map((one) => one.nextTargetMs))).toBe(200);
  });
});

describe('ducking', () => {
  it('takes 20 dB away within 10 ms and gives them back', () => {
    give(1, 0, 2000);
    render(200);
    const before = loudness(render(50));
    queue.duck();
    render(11);
    const ducked = loudness(render(50));
    expect(20 * Math.log10(ducked / before)).toBeCloseTo(-20, 0);
    queue.restore();
    render(70);
    expect(loudness(render(50))).toBeCloseTo(before, 2);
  });
});

describe('stopping', () => {
  it('is silent after one block, without a click, and says how much was heard', () => {
    give(3, 0, 1000);
    render(200);
    const heard = frame;
    queue.stop(3);
    const out = render(100);
    expect(loudness(out, BLOCK)).toBe(0);
    expect(steepest(out)).toBeLessThan(TONE_STEP * 4);
    expect(told('stopped')).toMatchObject([{ turn: 3, frame: heard + BLOCK }]);
    const [{ playedMs }] = told('stopped') as unknown as [{ playedMs: number }];
    expect(playedMs).toBeCloseTo((heard + BLOCK) / 24, 1);
  });

  it('drops what was still on its way, and lets the next turn sound', () => {
    give(3, 0, 500);
    render(100);
    queue.stop(3);
    render(20);
    give(3, 1, 500);
    queue.said(3);
    expect(loudness(render(200))).toBe(0);
    expect(told('played')).toEqual([]);
    give(5, 0, 100);
    expect(loudness(render(50))).toBeGreaterThan(0.1);
  });

  it('answers even where nothing has sounded yet', () => {
    give(3, 0, 40);
    queue.stop(3);
    render(10);
    expect(told('stopped')).toMatchObject([{ turn: 3, playedMs: 0 }]);
  });
});

it('holds still while paused and goes on where it was', () => {
  give(1, 0, 400);
  queue.said(1);
  render(100);
  queue.hold();
  render(10);
  expect(loudness(render(300))).toBe(0);
  queue.release();
  render(400);
  expect((told('playing') as { fromMs: number }[])[1]?.fromMs).toBeGreaterThan(90);
  expect(told('played')).toMatchObject([{ turn: 1, playedMs: 400 }]);
});

it('may speak a turn again after a reset', () => {
  give(3, 0, 300);
  render(100);
  queue.stop(3);
  render(10);
  queue.reset();
  give(3, 0, 100);
  queue.said(3);
  render(200);
  expect(told('played')).toMatchObject([{ turn: 3, playedMs: 100 }]);
});

it('plays at the rate of the context whatever that is', () => {
  queue = new PlayoutQueue(48_000, (one) => news.push(one));
  give(1, 0, 100);
  queue.said(1);
  const out = new Float32Array(128);
  for (let at = 0; at < 48_000 * 0.2; at += 128) queue.render(out, at);
  const [{ playedMs }] = told('played') as unknown as [{ playedMs: number }];
  expect(playedMs).toBeCloseTo(100, 0);
});
