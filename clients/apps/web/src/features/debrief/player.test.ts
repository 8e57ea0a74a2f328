import { beforeEach, describe, expect, it } from 'vitest';
import { Player, type Sound } from './player';

/** An element that sounds by hand. */
class HandSound implements Sound {
  currentTime = 0;
  playbackRate = 1;
  preservesPitch = false;
  paused = true;
  refuses = false;
  readonly listeners = new Map<string, () => void>();

  play = () => {
    if (this.refuses) return Promise.reject(new Error('not allowed'));
    this.paused = false;
    this.tell('play');
    return Promise.resolve();
  };
  pause = () => {
    if (this.paused) return;
    this.paused = true;
    this.tell('pause');
  };
  addEventListener = (event: string, listener: () => void) => this.listeners.set(event, listener);
  removeEventListener = (event: string) => this.listeners.delete(event);
  tell(event: string) {
    this.listeners.get(event)?.();
  }
}

let sound: HandSound;
let player: Player;
let picture: (() => void) | undefined;

const at = (seconds: number) => {
  sound.currentTime = seconds;
  picture?.();
};

beforeEach(() => {
  sound = new HandSound();
  picture = undefined;
  player = new Player(60_000, (tell) => {
    picture = tell;
    return () => {
      picture = undefined;
    };
  });
  player.attach(sound);
});

describe('a player', () => {
  it('keeps the pitch', () => {
    expect(sound.preservesPitch).toBe(true);
  });

  it('plays, pauses, and from the end begins anew', () => {
    player.toggle();
    expect([player.playing, sound.paused]).toEqual([true, false]);
    player.toggle();
    expect(player.playing).toBe(false);
    sound.currentTime = 60;
    player.toggle();
    expect([player.playing, player.at]).toEqual([true, 0]);
  });

  it('stays inside the recording', () => {
    player.seek(-5_000);
    expect(player.at).toBe(0);
    player.seek(90_000);
    expect(player.at).toBe(60_000);
  });

  it('plays a stretch to its end and not further', () => {
    player.playStretch('quote', { start: 10_000, end: 12_000 });
    expect([player.at, player.stretch]).toEqual([10_000, 'quote']);
    at(11.99);
    expect(player.playing).toBe(true);
    at(12.01);
    expect([player.playing, player.stretch, picture]).toEqual([false, undefined, undefined]);
    player.toggle();
    at(30);
    expect(player.playing).toBe(true);
  });

  it('stops a stretch that is asked for again, and leaves it at a seek', () => {
    player.playStretch('quote', { start: 10_000, end: 12_000 });
    player.playStretch('quote', { start: 10_000, end: 12_000 });
    expect(player.playing).toBe(false);
    player.playStretch('quote', { start: 10_000, end: 12_000 });
    player.seek(40_000);
    at(41);
    expect([player.playing, player.stretch]).toEqual([true, undefined]);
  });

  it('goes from one stretch straight to another', () => {
    player.playStretch('one', { start: 10_000, end: 12_000 });
    player.playStretch('two', { start: 2_000, end: 4_000 });
    expect([player.stretch, player.at]).toEqual(['two', 2_000]);
    at(4.1);
    expect(player.playing).toBe(false);
  });

  it('tells its listeners at every picture, and when the sound does not come', () => {
    let told = 0;
    const stop = player.subscribe(() => (told += 1));
    player.toggle();
    const before = told;
    at(1);
    at(1.02);
    expect(told).toBe(before + 2);
    sound.tell('error');
    expect([player.failed, told]).toEqual([true, before + 3]);
    stop();
    at(1.04);
    expect(told).toBe(before + 3);
  });

  it('goes silent when its element goes', () => {
    const detach = player.attach(sound);
    player.toggle();
    detach();
    expect([sound.paused, player.playing, picture]).toEqual([true, false, undefined]);
  });
});
