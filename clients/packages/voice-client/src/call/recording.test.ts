import { describe, expect, it } from 'vitest';
import { ScriptedCall } from './scripted-call';

describe('a recording', () => {
  it('that is switched off meanwhile is told as such, and the conversation goes on', async () => {
    const scene = await new ScriptedCall({ recording: true }).begin({ recording: true });
    expect(scene.wishes[0]?.recording).toBe(true);
    expect(scene.call.view().ready?.recording).toBe(true);
    scene.line.say({ type: 'recording', on: false });
    expect(scene.call.view()).toMatchObject({ ready: { recording: false, ear: { kind: 'server' } }, mic: 'open' });
    scene.line.say({ type: 'recording', on: true });
    expect(scene.call.view().ready?.recording).toBe(true);
  });

  it('that cannot be told from nonsense changes nothing', async () => {
    const scene = await new ScriptedCall({ recording: true }).begin({ recording: true });
    scene.line.events.text('{"v":1,"seq":60,"type":"recording"}');
    scene.line.events.text('{"v":1,"seq":61,"type":"recording","on":"no"}');
    expect(scene.call.view().ready?.recording).toBe(true);
  });
});
