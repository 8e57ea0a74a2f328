import type { Phase, Session, Turn, TurnAnswer } from '@sellmeapen/api-client';

const ANSWERS: [RegExp, string][] = [
  [
    /ignore|instruction|prompt/i,
    'I am not sure what you are trying to do there. Shall we talk about what you came for?',
  ],
  [/price|cost|euro|cheap/i, 'And there we are, at the money. What would I be paying for, exactly?'],
  [
    /\bwhy\b|\bwhat\b|\bhow\b|\bwhen\b/i,
    'Last Thursday, if you must know. It let me down in front of a customer, and I have not forgotten it.',
  ],
  [
    /thursday|monday|tuesday|next week|tomorrow|deal|sign/i,
    'Thursday at ten would suit me. Bring something I can hold in my hand.',
  ],
  [/hello|good morning|hi\b/i, 'Good day. I have a few minutes before the next one comes in.'],
];

const REST = [
  'Go on. I am listening, but I have heard a good many of these.',
  'That may be so. What has it to do with me?',
  'I would want to see that before I believed it.',
  'You say that as if I had asked for it.',
];

const PHASES: Phase[] = ['greeting', 'discovery', 'discovery', 'positioning', 'positioning', 'closing'];

/** A dozen canned answers: enough to click through a conversation, nothing like the real counterpart. */
export function answerTo(session: Session, text: string): TurnAnswer {
  const mine = session.seat === 'seller' ? 'rep' : 'buyer';
  const theirs = mine === 'rep' ? 'buyer' : 'rep';
  const i = session.turns.length;
  const phase = PHASES[Math.min(PHASES.length - 1, Math.floor(i / 2))] ?? 'closing';
  const reply =
    session.seat === 'buyer'
      ? [
          'Before I show you anything: what goes wrong on an ordinary Tuesday?',
          'So two broken chains a week. What does a morning without two riders cost you?',
          'Shall I note the trial for Monday, or does Wednesday suit you better?',
        ][Math.floor(i / 2) % 3]
      : (ANSWERS.find(([pattern]) => pattern.test(text))?.[1] ?? REST[i % REST.length]);
  const at = new Date().toISOString();
  const heard: Turn = { i, speaker: mine, text, phase, at };
  const turn: Turn = { i: i + 1, speaker: theirs, text: reply ?? '', phase, at };
  const decided = /thursday at ten/i.test(reply ?? '');
  session.turns = [...session.turns, heard, turn];
  session.phase = phase;
  if (!decided) return { heard, turn, turns: [heard, turn], stage: 'live', phase };
  const ending = { turn: turn.i, sentence: 'Thursday at ten would suit me.' };
  Object.assign(session, { stage: 'ended', end_reason: 'decided', outcome: 'next_step', ending, ended_at: at });
  return { heard, turn, turns: [heard, turn], stage: 'ended', phase, outcome: 'next_step', ending };
}
