import { describe, expect, it } from 'vitest';
import { own, ScriptedCall, spoken, theirs } from './scripted-call';

describe('a line that breaks', () => {
  it('comes back with a new ticket, says what was heard and opens the microphone where the clock stands', async () => {
    const scene = await spoken(400);
    await scene.pass(600);
    scene.line.events.closed(1006);
    expect(scene.doing).toBe('reconnecting');
    await scene.pass(310);
    expect(scene.lines).toHaveLength(2);
    scene.line.ready({ clock_ms: 640, next_turn: 2 });
    expect(scene.line.heard[0]).toMatchObject({ seq: 1, type: 'hello', last_heard_turn: 1 });
    await scene.pass(100);
    expect(scene.line.of('mic')).toMatchObject([{ state: 'open', at_ms: 640 }]);
    expect(scene.resyncs).toBe(1);
    expect(scene.doing).toBe('listening');
  });

  it('asks on each socket for what the person wants to see of how they speak, and on none for what they do not', async () => {
    const scene = await new ScriptedCall({ gauge: true }).begin();
    expect(scene.line.of('gauge')).toMatchObject([{ on: true }]);
    scene.line.say({ type: 'gauge', over_s: 12, words_per_minute: 150, talk_ratio: 0.5, fillers: 0 });
    expect(scene.call.view().gauge).toMatchObject({ words_per_minute: 150, fillers: 0 });
    scene.line.events.closed(1006);
    await scene.pass(310);
    scene.line.ready({ clock_ms: 640 });
    expect(scene.line.of('gauge')).toMatchObject([{ on: true }]);
    scene.call.showGauge(false);
    expect(scene.line.of('gauge').at(-1)).toMatchObject({ on: false });
    expect(scene.call.view().gauge).toBeUndefined();
    scene.line.say({ type: 'gauge', over_s: 13 });
    expect(scene.call.view().gauge).toBeUndefined();
    const plain = await new ScriptedCall().begin();
    expect(plain.line.of('gauge')).toEqual([]);
  });

  it('waits longer each time, from 0.3 to 5 s, and starts anew after a while of quiet', async () => {
    const scene = await new ScriptedCall().begin();
    scene.refusal = 'no_answer';
    scene.line.events.closed(1001);
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      const { doing } = scene.call.view();
      if (doing.is === 'reconnecting') waits.push(doing.forMs);
      await scene.pass(doing.is === 'reconnecting' ? doing.forMs + 1 : 0);
    }
    expect(waits).toEqual([300, 510, 1020, 2040, 4080, 4250, 4250]);
    scene.refusal = undefined;
    await scene.pass(4300);
    scene.line.ready();
    await scene.pass(10_100);
    scene.line.events.closed(1011);
    expect(scene.call.view().doing).toMatchObject({ is: 'reconnecting', forMs: 300 });
  });

  it('throws away half a turn, because it is spoken again, but plays what is here to its end', async () => {
    const half = await new ScriptedCall().begin();
    half.line.turn(theirs(1, 'First. Second.'));
    half.line.clause(1, 0, 'First.', 1000);
    await half.pass(300);
    half.line.events.closed(1006);
    await half.pass(310);
    half.line.ready({ next_turn: 2 });
    expect(half.line.heard[0]).toMatchObject({ last_heard_turn: null });
    half.line.clause(1, 0, 'First.', 400);
    half.line.turn(theirs(1, 'First. Second.'));
    half.line.say({ type: 'said', turn: 1, audio_ms: 400 });
    await half.pass(700);
    expect(half.turnsTold()).toEqual([[1, 'First. Second.']]);

    const whole = await spoken(1000);
    await whole.pass(300);
    whole.line.events.closed(1006);
    await whole.pass(310);
    whole.line.ready({ next_turn: 2 });
    expect(whole.line.heard[0]).toMatchObject({ last_heard_turn: 1 });
    await whole.pass(800);
    expect(whole.turnsTold()).toEqual([[1, 'First. Second.']]);
    expect(whole.line.of('played')).toHaveLength(1);
  });

  it('keeps typed words and sends them again under the same key', async () => {
    const scene = await new ScriptedCall().begin();
    scene.call.type('Is anybody there?');
    scene.line.events.closed(1006);
    await scene.pass(310);
    scene.line.ready();
    expect(scene.line.of('typed')).toMatchObject([{ key: 'key-1', text: 'Is anybody there?' }]);
  });

  it('takes words back that were refused, with the reason, and does not send them again', async () => {
    const scene = await new ScriptedCall().begin();
    scene.call.type('Far too long.');
    scene.call.type('Short.');
    scene.line.say({ type: 'trouble', code: 'turn-too-long', detail: 'Say it in several.', key: 'key-1' });
    expect(scene.call.view()).toMatchObject({
      unsaid: [{ key: 'key-2', text: 'Short.' }],
      returned: { text: 'Far too long.' },
      trouble: { code: 'turn-too-long', detail: 'Say it in several.' },
    });
    scene.line.turn(own(0, 'Short.'));
    expect(scene.call.view()).toMatchObject({ unsaid: [], trouble: undefined });
    scene.line.events.closed(1006);
    await scene.pass(310);
    scene.line.ready();
    expect(scene.line.of('typed')).toEqual([]);
    scene.call.type('Again.');
    expect(scene.call.view().returned).toBeUndefined();
  });

  it('is not told of typed words where somebody was not understood who spoke', async () => {
    const scene = await new ScriptedCall().begin();
    scene.call.type('Hello.');
    scene.line.say({ type: 'trouble', code: 'not-heard-late', detail: 'Say it again.' });
    expect(scene.call.view()).toMatchObject({ unsaid: [{ text: 'Hello.' }], returned: undefined });
  });

  it('is noticed where nobody says so', async () => {
    const scene = await new ScriptedCall().begin();
    scene.line.dead = true;
    await scene.pass(16_000);
    expect(scene.lines.length).toBeGreaterThan(1);
    expect(scene.lines[0]?.closedByPage).toBe(true);
  });

  it('gives up a handshake without an answer', async () => {
    const scene = new ScriptedCall();
    scene.call.start();
    await scene.pass(10_400);
    expect(scene.lines.length).toBe(2);
  });

  it('hears nothing any more of a socket it gave up', async () => {
    const scene = await new ScriptedCall().begin();
    const first = scene.line;
    first.events.closed(1006);
    await scene.pass(310);
    scene.line.ready();
    first.say({ type: 'partial', text: 'a ghost' });
    first.events.closed(4409);
    expect(scene.call.view().partial).toBe('');
    expect(scene.doing).toBe('listening');
  });
});

describe('a line that ends', () => {
  it.each([
    [4401, 'signed_out'],
    [4409, 'taken_over'],
    [4410, 'over'],
  ])('%i: %s', async (code, why) => {
    const scene = await new ScriptedCall().begin();
    scene.line.events.closed(code);
    expect(scene.call.view().doing).toEqual({ is: 'ended', why });
    await scene.pass(6_000);
    expect(scene.lines).toHaveLength(1);
  });

  it('two tabs: a ticket refused because another one holds the session is not asked for again', async () => {
    const scene = new ScriptedCall();
    scene.refusal = 'taken_over';
    scene.call.start();
    await scene.pass(6_000);
    expect(scene.call.view().doing).toEqual({ is: 'ended', why: 'taken_over' });
    expect(scene.wishes).toHaveLength(1);
  });

  it('asks for one more ticket after a refused handshake, then says so', async () => {
    const scene = new ScriptedCall();
    scene.call.start();
    await scene.pass(1);
    scene.line.events.closed(1006);
    await scene.pass(310);
    expect(scene.wishes).toHaveLength(2);
    scene.line.events.closed(1006);
    expect(scene.call.view().doing).toEqual({ is: 'ended', why: 'refused' });
    scene.call.nudge();
    await scene.pass(1);
    expect(scene.wishes).toHaveLength(3);
  });

  it('does not go on for ever telling a server what it does not understand', async () => {
    const scene = await new ScriptedCall().begin();
    for (let i = 0; i < 3; i++) {
      scene.line.events.closed(4400);
      await scene.pass(3_000);
      if (scene.doing === 'reconnecting') scene.line.ready();
    }
    expect(scene.call.view().doing).toEqual({ is: 'ended', why: 'refused' });
  });

  it('says goodbye when the person leaves', async () => {
    const scene = await new ScriptedCall().begin();
    scene.call.leave();
    expect(scene.line.heard.at(-1)?.type).toBe('bye');
    expect(scene.line.closedByPage).toBe(true);
  });
});
