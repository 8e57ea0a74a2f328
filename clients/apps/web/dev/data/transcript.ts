import type { DebriefTurn, MindState, Move, Phase, Speaker } from '@sellmeapen/api-client';

type Line = [Speaker, Phase, string, string, ...Omit<Move, 'turn'>[]];

const move = (what: string, by: number, rule: string, why: string) => ({ what, by, rule, why });

const LINES: Line[] = [
  ['buyer', 'greeting', 'Norrvik, Lindqvist. If it is about the offer, I have five minutes.', 'other'],
  [
    'rep',
    'greeting',
    'Then I will be brief. I would like to understand what has changed since the demonstration, and agree at the end whether we go on.',
    'agenda',
    move('trust', 6, 'plan_stated', 'said why and how long'),
    move('patience', 4, 'plan_stated', 'said why and how long'),
  ],
  [
    'buyer',
    'greeting',
    'Nothing has changed. It is simply a lot of money for thermometers.',
    'objection_price',
    move('raised:price', 0, 'price_objection', 'the price was open from the start'),
  ],
  [
    'rep',
    'discovery',
    'They are not just thermometers, they have an alarm and five years of battery.',
    'feature',
    move('patience', -12, 'brush_off', 'the objection was contradicted, not taken in'),
    move('interest', -6, 'feature_without_need', 'nothing of it was asked for'),
  ],
  ['buyer', 'discovery', 'I know what they have. I sat through forty minutes of it.', 'other'],
  [
    'rep',
    'discovery',
    'You are right, I went straight past what you said. When a room got too warm the last time, what happened?',
    'open_question',
    move('trust', 9, 'owned_a_mistake', 'admitted the slip'),
    move('interest', 8, 'open_question', 'asked about her world'),
  ],
  [
    'buyer',
    'discovery',
    'In August. Chamber three, on a Sunday. We found out on Monday when the driver opened it.',
    'information',
    move('disclosed:august_loss', 0, 'asked_openly', 'earned by an open question'),
  ],
  [
    'rep',
    'discovery',
    'What did that Monday cost you?',
    'follow_up_question',
    move('interest', 12, 'follow_up', 'went deeper on her own story'),
    move('trust', 5, 'follow_up', 'listened'),
  ],
  [
    'buyer',
    'discovery',
    'Nine pallets of raspberries. Roughly eleven thousand, and the customer asked for a meeting.',
    'information',
    move('disclosed:loss_amount', 0, 'follow_up', 'earned by a follow-up'),
  ],
  [
    'rep',
    'positioning',
    'So one Sunday was eleven thousand, and the whole installation is fourteen thousand nine hundred. How often do you come close?',
    'closed_question',
    move('interest', 14, 'quantified', 'her number against the price'),
    move('trust', 4, 'quantified', 'calculated openly'),
  ],
  [
    'buyer',
    'positioning',
    'Twice a year we are lucky. But I cannot sign fifteen thousand alone, that goes to Aksel in finance.',
    'objection_authority',
    move('disclosed:decision_process', 0, 'quantified', 'the sum made it concrete'),
    move('raised:authority', 0, 'authority', 'above her limit'),
  ],
  [
    'rep',
    'positioning',
    'With the alarm you would have known on Sunday within a minute, before the first pallet was lost. That is the part Aksel should see.',
    'benefit',
    move('interest', 9, 'benefit_to_need', 'tied to the August loss'),
    move('trust', 3, 'benefit_to_need', 'used her words'),
  ],
  [
    'buyer',
    'positioning',
    'He will say that the old ones have an alarm too.',
    'objection_competitor',
    move('raised:old_system', 0, 'competitor', 'the present system is the yardstick'),
  ],
  [
    'rep',
    'positioning',
    'That is a fair point, they ring in the building. Nobody was in the building on Sunday; ours rings your telephone. Haldane Foods put both side by side for a month, I can send you their log.',
    'objection_response',
    move('resolved:old_system', 0, 'acknowledged_and_answered', 'taken in, then met with a fact'),
    move('trust', 11, 'proof', 'a case that can be checked'),
  ],
  [
    'buyer',
    'closing',
    'Send it. That would help me with Aksel.',
    'buying_signal',
    move('interest', 4, 'buying_signal', 'she prepares the decision'),
  ],
  [
    'rep',
    'closing',
    'You really should not wait, prices go up next week.',
    'pressure',
    move('trust', -14, 'pressure', 'urgency that nobody had heard of'),
    move('patience', -10, 'pressure', 'pushed without need'),
  ],
  [
    'buyer',
    'closing',
    'Do they. Funny, the offer says valid until June.',
    'objection_trust',
    move('raised:trust', 0, 'pressure', 'caught'),
  ],
  [
    'rep',
    'closing',
    'It does, and it stays until June. I am sorry. May I show you and Aksel the log together, Thursday at ten, twenty minutes?',
    'next_step',
    move('trust', 8, 'owned_a_mistake', 'took it back at once'),
    move('interest', 5, 'concrete_next_step', 'date, people and length'),
  ],
  ['buyer', 'closing', 'Thursday at ten. I will bring Aksel, you bring the log.', 'agreement'],
];

export const START: MindState = { interest: 38, trust: 34, patience: 62, mood: 'guarded' };

const clamp = (value: number) => Math.max(0, Math.min(100, value));

function mood({ trust, patience, interest }: Omit<MindState, 'mood'>): string {
  if (patience < 40) return 'impatient';
  if (trust > 60) return 'open';
  return interest > 60 ? 'curious' : 'guarded';
}

const HONEST: Record<number, Line> = {
  15: [
    'rep',
    'closing',
    'The offer stands until June, so there is no hurry from my side. What would Aksel need to see first?',
    'follow_up_question',
    move('trust', 6, 'no_pressure', 'left her the time'),
    move('interest', 4, 'follow_up', 'asked for the decider'),
  ],
  16: [
    'buyer',
    'closing',
    'The log, and somebody who answers when he asks about the batteries.',
    'information',
    move('disclosed:finance_wants_proof', 0, 'follow_up', 'earned by the question'),
  ],
  17: [
    'rep',
    'closing',
    'Then Thursday at ten, you, Aksel and I, twenty minutes with the log on the table?',
    'next_step',
    move('interest', 5, 'concrete_next_step', 'date, people and length'),
  ],
};

export function transcript(from: number, honest = false): DebriefTurn[] {
  const state: Record<string, number> = { interest: START.interest, trust: START.trust, patience: START.patience };
  return LINES.map((line, i) => {
    const [speaker, phase, text, act, ...moves] = (honest && HONEST[i]) || line;
    for (const { what, by } of moves) if (what in state) state[what] = clamp((state[what] ?? 0) + by);
    const now = { interest: state['interest'] ?? 0, trust: state['trust'] ?? 0, patience: state['patience'] ?? 0 };
    return {
      i,
      speaker,
      text,
      phase,
      at: new Date(from + i * 14_000).toISOString(),
      acts: [{ act, confidence: 0.9, because: [text.split(' ').slice(0, 4).join(' ')] }],
      state: { ...now, mood: mood(now) },
      moved: moves.map((one) => ({ turn: i, ...one })),
    };
  });
}

export const ENDING = { turn: 18, sentence: 'Thursday at ten. I will bring Aksel, you bring the log.' };
