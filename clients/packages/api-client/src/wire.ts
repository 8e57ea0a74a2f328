// The description calls a word a string; which words there are is said here, by the name of the property.

export type Appearance = 'system' | 'light' | 'dark';
export type Category = 'pen' | 'cold_call' | 'discovery' | 'demo' | 'objection' | 'closing';
export type Level = 'easy' | 'medium' | 'hard' | 'expert';
export type Outcome = 'sale' | 'next_step' | 'undecided' | 'no_sale';
export type Phase = 'greeting' | 'discovery' | 'positioning' | 'closing';
export type Seat = 'seller' | 'buyer';
export type Speaker = 'rep' | 'buyer';
export type Stage = 'lobby' | 'live' | 'paused' | 'ended' | 'scored';

interface Words {
  absent_because: 'typed' | 'not_agreed' | 'switched_off' | 'removed' | 'expired' | 'not_made';
  appearance: Appearance;
  category: Category;
  change: 'better' | 'worse' | 'unchanged' | 'too_few';
  end_reason: 'decided' | 'ended_by_person' | 'time_limit' | 'abandoned';
  kind: 'continue' | 'retry_moment' | 'rehearse';
  level: Level;
  outcome: Outcome;
  phase: Phase;
  quality: 'preview' | 'full';
  recorded: 'words';
  seat: Seat;
  seen_by: 'you_and_your_managers' | 'you_until_you_share';
  speaker: Speaker;
  stage: Stage;
}

interface WordLists {
  phases: Phase;
  phases_reached: Phase;
}

/** The same shape with every known word in place of `string`. What is optional stays optional. */
export type Worded<T> = T extends (infer E)[]
  ? Worded<E>[]
  : T extends object
    ? {
        [K in keyof T]: K extends 'reason'
          ? Reason<T>
          : K extends 'stage'
            ? StageOf<T>
            : K extends 'change'
              ? ChangeOf<T>
              : K extends 'kind'
                ? KindOf<T>
                : Word<K, T[K]>;
      }
    : T;

/** Of a figure of speech, of which some are neither better nor worse. */
type ChangeOf<T> = T extends { name: string; change: string; by?: number }
  ? Words['change'] | 'higher' | 'lower'
  : T extends { change?: infer V }
    ? Word<'change', V>
    : never;

/** Of a drill, of which the server has a book; elsewhere a kind is what the next best thing is. */
type KindOf<T> = T extends { kind: string; instruction: string }
  ? string
  : T extends { kind?: infer V }
    ? Word<'kind', V>
    : never;

/** Of a measured answer; elsewhere a stage is one of a session. */
type StageOf<T> = T extends { ms: number; stage: string }
  ? 'text' | 'first_word' | 'first_audio' | 'playing'
  : T extends { stage?: infer V }
    ? Word<'stage', V>
    : never;

/** Why something is the best next thing; elsewhere a reason is a sentence. */
type Reason<T> = T extends { kind: string; reason: string }
  ? 'left_open' | 'fix_first' | 'first' | 'next_level' | 'new_scenario' | 'again'
  : T extends { reason?: infer V }
    ? V
    : never;

type Word<K, V> = K extends keyof Words
  ? string extends V
    ? Words[K] | Exclude<V, string>
    : Worded<V>
  : K extends keyof WordLists
    ? V extends string[]
      ? WordLists[K][]
      : Worded<V>
    : Worded<V>;
