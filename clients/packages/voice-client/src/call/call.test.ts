import { describe, expect, it } from 'vitest';
import { own, ScriptedCall, spoken, theirs } from './scripted-call';

describe('a call', () => {
  it('says hello, opens the microphone where the clock stands and sends frames without a gap', async () => {
    const scene = await new ScriptedCall({ lastHeardTurn: 4, headphones: true }).begin({
      clock_ms: 7000,
      next_turn: 5,
    });
    expect(scene.line.heard[0]).toMatchObject({ v: 1, seq: 1, type: 'hello', last_heard_turn: 4, headphones: true });
    await scene.pass(1000);
    expect(scene.line.of('mic')).toEqual([{ v: 1, seq: 2, type: 'mic', state: 'open', at_ms: 7000 }]);
    expect(scene.line.frames).toBeGreaterThanOrEqual(49);
    expect(scene.doing).toBe('listening');
  });

  it('numbers what it says from one on each socket', async () => {
    const scene = await new ScriptedCall().begin();
    await scene.speak(500);
    expect(scene.line.heard.map(({ seq }) => seq)).toEqual(scene.line.heard.map((_, i) => i + 1));
  });

  it('tells speech where it began and ended on the call clock', async () => {
    const scene = await new ScriptedCall().begin();
    await scene.pass(400);
    await scene.speak(600);
    const [started, stopped] = scene.line.of('speech');
    expect(started).toMatchObject({ state: 'started', at_ms: 400 });
    expect(stopped?.state).toBe('stopped');
    expect(Math.abs((stopped?.at_ms ?? 0) - 1000)).toBeLessThanOrEqual(20);
  });

  it('shows own words as they come, then takes the turn and waits for an answer', async () => {
    const scene = await new ScriptedCall().begin();
    await scene.speak(400);
    scene.line.say({ type: 'partial', text: 'Good mor' });
    expect(scene.call.view().partial).toBe('Good mor');
    scene.line.turn(own(0, 'Good morning.'));
    expect(scene.call.view().partial).toBe('');
    expect(scene.turnsTold()).toEqual([[0, 'Good morning.']]);
    expect(scene.doing).toBe('thinking');
  });

  it('does not wait for ever for an answer that never comes', async () => {
    const scene = await new ScriptedCall().begin();
    scene.line.turn(own(0));
    await scene.pass(20_100);
    expect(scene.doing).toBe('listening');
  });
});

describe('the counterpart', () => {
  it('shows a clause when its sound begins, and the turn only once it was heard', async () => {
    const scene = await spoken(1000);
    expect(scene.call.view().caption).toBeUndefined();
    await scene.pass(200);
    expect(scene.doing).toBe('counterpart_speaking');
    expect(scene.call.view().caption?.clauses.map(({ text }) => text)).toEqual(['First.']);
    await scene.pass(500);
    expect(scene.call.view().caption?.clauses.map(({ text }) => text)).toEqual(['First.', 'Second.']);
    expect(scene.told).toEqual([]);
    await scene.pass(500);
    expect(scene.turnsTold()).toEqual([[1, 'First. Second.']]);
    expect(scene.line.of('playing')).toMatchObject([{ turn: 1, from_ms: 0 }]);
    expect(scene.line.of('played')).toMatchObject([{ turn: 1 }]);
    expect(scene.doing).toBe('listening');
  });

  it('does not let the end overtake its last words', async () => {
    const scene = await spoken(600);
    scene.line.say({ type: 'stage', stage: 'ended', outcome: 'no_sale' });
    scene.line.events.closed(4410);
    await scene.pass(300);
    expect(scene.told).toEqual([]);
    expect(scene.doing).toBe('counterpart_speaking');
    await scene.pass(600);
    expect(scene.told.map(({ news }) => news.stage)).toEqual(['live', 'ended']);
    expect(scene.call.view().doing).toEqual({ is: 'ended', why: 'over' });
  });

  it('is read at once where there is no voice', async () => {
    const scene = await new ScriptedCall().begin({ mouth: { why: 'language-not-spoken' } });
    scene.line.turn(theirs(1, 'I am here to be read.'));
    expect(scene.turnsTold()).toEqual([[1, 'I am here to be read.']]);
  });

  it('is read where nothing could be synthesised', async () => {
    const scene = await new ScriptedCall().begin();
    scene.line.turn(theirs(1, 'Silence.'));
    scene.line.say({ type: 'said', turn: 1, audio_ms: 0 });
    expect(scene.turnsTold()).toEqual([[1, 'Silence.']]);
  });

  it('survives a slow server: what runs dry goes on where it was', async () => {
    const scene = await new ScriptedCall().begin();
    scene.line.turn(theirs(1, 'Slowly.'));
    scene.line.clause(1, 0, 'Slowly.', 200);
    await scene.pass(500);
    expect(scene.call.view().underruns).toBe(1);
    scene.line.clause(1, 1, 'But surely.', 200);
    scene.line.say({ type: 'said', turn: 1, audio_ms: 400 });
    await scene.pass(400);
    expect(scene.line.of('playing')).toMatchObject([{ from_ms: 0 }, { from_ms: 200 }]);
    expect(scene.line.of('played')).toHaveLength(1);
  });
});

describe('speaking over the counterpart', () => {
  it('ducks, stops here, then tells how much was heard', async () => {
    const scene = await spoken(4000);
    await scene.pass(1000);
    scene.audio.speaking = true;
    await scene.pass(290);
    expect(scene.doing).toBe('ducked');
    await scene.pass(60);
    expect(scene.audio.loud).toBeLessThan(0.03);
    expect(scene.line.of('interrupted')).toEqual([]);
    await scene.pass(300);
    expect(scene.audio.loud).toBe(0);
    const [interrupted] = scene.line.of('interrupted');
    expect(interrupted?.turn).toBe(1);
    expect(interrupted?.played_ms).toBeGreaterThan(1500);
    expect(interrupted?.played_ms).toBeLessThan(1700);
    expect(interrupted?.at_ms).toBeGreaterThan(1580);
    scene.line.say({ type: 'cut', turn: 1, text: 'First. Sec', heard_ms: 1600 });
    expect(scene.turnsTold()).toEqual([[1, 'First. Sec']]);
  });

  it('drops what was on its way when it was stopped', async () => {
    const scene = await spoken(2000);
    await scene.pass(500);
    await scene.speak(700);
    scene.line.clause(1, 2, 'Third.', 400);
    scene.line.say({ type: 'said', turn: 1, audio_ms: 2400 });
    await scene.pass(300);
    expect(scene.audio.loud).toBe(0);
    expect(scene.line.of('played')).toEqual([]);
  });

  it('comes back after "mm-hm"', async () => {
    const scene = await spoken(3000);
    await scene.pass(500);
    scene.audio.speaking = true;
    await scene.pass(300);
    scene.line.say({ type: 'partial', text: 'Mm-hm.' });
    await scene.pass(100);
    expect(scene.doing).toBe('ducked');
    scene.audio.speaking = false;
    await scene.pass(200);
    expect(scene.doing).toBe('counterpart_speaking');
    expect(scene.audio.orders).toContain('restore');
    expect(scene.line.of('interrupted')).toEqual([]);
  });

  it('stops early on words that are more than that', async () => {
    const scene = await spoken(3000);
    await scene.pass(500);
    scene.audio.speaking = true;
    await scene.pass(300);
    scene.line.say({ type: 'partial', text: 'Wait' });
    await scene.pass(20);
    expect(scene.line.of('interrupted')).toHaveLength(1);
  });

  it('leaves it to the server where that hears speech', async () => {
    const scene = new ScriptedCall();
    scene.audio.deaf = true;
    await scene.begin({ activity: 'server' });
    expect(scene.wishes).toEqual([{ recording: false, activity: 'server' }]);
    scene.line.turn(theirs(1));
    scene.line.clause(1, 0, 'Go on.', 2000);
    await scene.pass(200);
    await scene.speak(900);
    expect(scene.line.of('speech')).toEqual([]);
    expect(scene.line.of('interrupted')).toEqual([]);
    scene.line.say({ type: 'duck', turn: 1 });
    scene.line.say({ type: 'stop', turn: 1 });
    await scene.pass(20);
    expect(scene.line.of('interrupted')).toHaveLength(1);
  });
});

describe('push-to-talk and typing', () => {
  it('opens a muted microphone for as long as it is held, and says no speech beside that', async () => {
    const scene = await new ScriptedCall().begin();
    scene.call.wantMic(false);
    await scene.pass(100);
    expect(scene.call.view().mic).toBe('closed');
    scene.call.press();
    await scene.speak(500);
    scene.call.release();
    await scene.pass(50);
    expect(scene.line.of('talk').map(({ state }) => state)).toEqual(['pressed', 'released']);
    expect(scene.line.of('speech')).toEqual([]);
    expect(scene.line.of('mic').map(({ state }) => state)).toEqual(['open', 'closed', 'open', 'closed']);
  });

  it('interrupts at once when pressed', async () => {
    const scene = await spoken(2000);
    await scene.pass(300);
    scene.call.press();
    await scene.pass(20);
    expect(scene.line.of('interrupted')).toHaveLength(1);
    expect(scene.doing).toBe('person_speaking');
  });

  it('lets typed words interrupt like spoken ones: first what was heard, then what was typed', async () => {
    const scene = await spoken(2000);
    await scene.pass(300);
    scene.call.type('Stop there.');
    await scene.pass(20);
    const said = scene.line.heard.map(({ type }) => type);
    expect(said.indexOf('interrupted')).toBeGreaterThan(0);
    expect(said.indexOf('typed')).toBeGreaterThan(said.indexOf('interrupted'));
    expect(scene.call.view().unsaid).toEqual([{ key: 'key-1', text: 'Stop there.' }]);
    scene.line.turn(own(2, 'Stop there.'));
    expect(scene.call.view().unsaid).toEqual([]);
  });
});

describe('trouble', () => {
  it('is not made by garbage, unknown words or sound without a clause', async () => {
    const scene = await new ScriptedCall().begin();
    scene.line.events.text('{"v":1,"seq":');
    scene.line.events.text('{"v":1,"seq":50,"type":"weather"}');
    scene.line.events.text('{"v":1,"seq":51,"type":"clause","turn":"x"}');
    scene.line.events.sound(new Int16Array(480).fill(9000).buffer);
    scene.line.clause(1, 0, 'Odd.', 20);
    scene.line.events.sound(new Uint8Array(3).buffer);
    await scene.pass(50);
    expect(scene.doing).toBe('listening');
  });

  it('steps down to push-to-talk: the microphone opens only while it is held', async () => {
    const scene = await new ScriptedCall().begin();
    await scene.pass(100);
    scene.line.say({ type: 'stepped_down', to: 'push_to_talk', why: 'slow' });
    expect(scene.call.view()).toMatchObject({ pushToTalk: true, stepped: { to: 'push_to_talk', why: 'slow' } });
    expect(scene.line.of('mic').at(-1)?.state).toBe('closed');
    scene.call.press();
    expect(scene.line.of('mic').at(-1)?.state).toBe('open');
  });

  it('steps down to text: what was not heard becomes readable, nothing is recorded any more', async () => {
    const scene = await spoken(2000);
    await scene.pass(300);
    scene.line.say({ type: 'stepped_down', to: 'text', why: 'no voice' });
    expect(scene.turnsTold()).toEqual([[1, 'First. Second.']]);
    const before = scene.line.frames;
    await scene.pass(200);
    expect(scene.line.frames).toBe(before);
    expect(scene.audio.loud).toBe(0);
  });

  it('does not fill a line that does not flow, and says where the sound goes on', async () => {
    const scene = await new ScriptedCall().begin();
    await scene.pass(200);
    scene.line.backlog = 200_000;
    await scene.pass(1000);
    const stuck = scene.line.frames;
    scene.line.backlog = 0;
    await scene.pass(100);
    expect(scene.line.frames).toBeGreaterThan(stuck);
    const [, closed, open] = scene.line.of('mic');
    expect([closed?.state, open?.state]).toEqual(['closed', 'open']);
    const gap = (open?.at_ms ?? 0) - (closed?.at_ms ?? 0);
    expect([gap % 20, Math.abs(gap - 1000) <= 20]).toEqual([0, true]);
  });

  it('lets a blocked microphone be, and opens it when it is allowed', async () => {
    const scene = new ScriptedCall();
    scene.audio.microphone = 'blocked';
    await scene.begin();
    await scene.pass(100);
    expect(scene.call.view().mic).toBe('blocked');
    expect(scene.line.frames).toBe(0);
    scene.audio.become('there');
    await scene.pass(100);
    expect(scene.line.frames).toBeGreaterThan(3);
  });

  it('asks the server to listen when the page cannot', async () => {
    const scene = await new ScriptedCall().begin();
    scene.audio.lose();
    await scene.pass(1);
    expect(scene.wishes.at(-1)?.activity).toBe('server');
  });
});

describe('without an ear', () => {
  it('keeps the microphone closed and hears typed words', async () => {
    const scene = await new ScriptedCall().begin({ ear: { kind: 'none', why: 'no-recogniser' } });
    await scene.pass(200);
    expect(scene.line.frames).toBe(0);
    scene.call.type('I type.');
    expect(scene.line.of('typed')).toHaveLength(1);
  });

  it('hears with the ear this call has chosen, whatever the server says before it knows', async () => {
    const scene = await new ScriptedCall({ ear: 'browser' }).begin({ ear: { kind: 'none', why: 'no-ear' } });
    expect(scene.call.view()).toMatchObject({ ear: 'browser', mic: 'open', ready: { ear: { kind: 'browser' } } });
    const typed = await new ScriptedCall({ ear: 'none' }).begin({ ear: { kind: 'server', id: 'x' } });
    expect(typed.call.view().ear).toBe('none');
  });

  it('asks for as much time to think as the person wants, or leaves it to the server', async () => {
    const patient = await new ScriptedCall({ patienceMs: 5000 }).begin();
    const usual = await new ScriptedCall().begin();
    expect([patient.wishes[0], usual.wishes[0]]).toEqual([
      { recording: false, activity: 'browser', patience_ms: 5000 },
      { recording: false, activity: 'browser' },
    ]);
  });

  it('takes the browser as its ear only when told to', async () => {
    const scene = await new ScriptedCall().begin({ ear: { kind: 'none' } });
    scene.call.recognised('nobody asked for this', true);
    expect(scene.line.of('heard_text')).toEqual([]);
    scene.call.useEar('browser');
    await scene.pass(1);
    scene.line.ready({ ear: { kind: 'browser' } });
    expect(scene.line.heard[0]).toMatchObject({ ear: 'browser' });
    scene.call.recognised('Good morn', false);
    scene.call.recognised('Good morning.', true);
    expect(scene.line.of('heard_text').map(({ text, last }) => [text, last])).toEqual([
      ['Good morn', false],
      ['Good morning.', true],
    ]);
    await scene.pass(100);
    expect(scene.call.view().mic).toBe('open');
  });
});

describe('a pause', () => {
  it('holds sound and microphone still and goes on where both were', async () => {
    const scene = await spoken(1000);
    await scene.pass(300);
    scene.call.hold();
    await scene.pass(500);
    expect(scene.doing).toBe('held');
    expect(scene.audio.loud).toBe(0);
    const frames = scene.line.frames;
    await scene.pass(200);
    expect(scene.line.frames).toBe(frames);
    scene.call.resume();
    await scene.pass(900);
    expect(scene.line.of('played')).toHaveLength(1);
    expect(scene.line.frames).toBeGreaterThan(frames);
  });

  it.each([4411, 4410])(
    'that outlasts the line (%i) goes on over a new one, with what was not heard yet',
    async (code) => {
      const scene = await spoken(1000);
      await scene.pass(300);
      scene.call.hold();
      scene.line.say({ type: 'stage', stage: 'paused' });
      expect(scene.told.at(-1)).toEqual({ turns: [], news: { stage: 'paused' } });
      scene.line.events.closed(code);
      expect(scene.doing).toBe('held');
      await scene.pass(60_000);
      expect(scene.lines).toHaveLength(1);

      scene.call.resume();
      await scene.pass(1);
      scene.line.ready({ clock_ms: 300, next_turn: 2 });
      expect(scene.lines).toHaveLength(2);
      await scene.pass(900);
      expect(scene.turnsTold()).toEqual([[1, 'First. Second.']]);
      expect(scene.told.at(-1)?.news.stage).not.toBe('paused');
      expect(scene.doing).toBe('listening');
      scene.call.type('I am back.');
      expect(scene.line.of('typed')).toMatchObject([{ text: 'I am back.' }]);
    },
  );

  it('is not ended by a network that comes back', async () => {
    const scene = await new ScriptedCall().begin();
    scene.call.hold();
    scene.line.events.closed(4411);
    scene.call.nudge();
    await scene.pass(100);
    expect(scene.lines).toHaveLength(1);
  });
});

describe('how long an answer took', () => {
  it('is told by the server and completed by what was heard here', async () => {
    const scene = await new ScriptedCall().begin();
    await scene.speak(500);
    scene.line.turn(own(0));
    await scene.pass(300);
    scene.line.clause(1, 0, 'Answer.', 200);
    scene.line.say({ type: 'latency', turn: 1, waited_ms: 200, text_ms: 210, first_word_ms: 280, first_audio_ms: 320 });
    await scene.pass(100);
    const playing = scene.call.view().latency?.playing_ms ?? 0;
    expect(playing).toBeGreaterThan(300);
    expect(playing).toBeLessThan(420);
  });
});
