import type { Category, Level, Scenario, Seat } from '@sellmeapen/api-client';

interface Seed {
  id: string;
  title: string;
  category: Category;
  industry: string;
  seat?: Seat;
  minutes: number;
  who: [name: string, role: string, company: string];
  voice: string;
  context: string;
  goal: string;
  product: [name: string, what: string, ...facts: string[]];
  levels?: Level[];
}

const WHAT: Record<Level, string> = {
  easy: 'Open, patient, answers gladly.',
  medium: 'Polite, but you must ask for everything.',
  hard: 'Short of time, two standing objections.',
  expert: 'Has been let down before and remembers it.',
};

const SEEDS: Seed[] = [
  {
    id: 'classic-pen',
    title: 'Sell me this pen',
    category: 'pen',
    industry: 'retail',
    minutes: 5,
    who: ['Ruben Aldecott', 'wine merchant', 'Aldecott & Daughters'],
    voice: 'I have a drawer full of pens. Why would I open it for yours?',
    context:
      'You share a table at a trade dinner. Ruben has just signed a guest book with a borrowed ballpoint that skipped twice, and handed it back with two fingers.',
    goal: 'Find out whether a good pen would change anything for him, and if so, let him buy it.',
    product: [
      'Kestrel No. 4',
      'A refillable fountain pen with a steel nib.',
      '48 euros, ink for a year included',
      'Writes upside down on cold glass',
      'Nib exchanged free of charge for ten years',
    ],
  },
  {
    id: 'cold-storage-sensors',
    title: 'Too expensive, again',
    category: 'objection',
    industry: 'logistics',
    minutes: 8,
    who: ['Marta Lindqvist', 'head of operations', 'Norrvik Cold Storage'],
    voice: 'Your colleague already told me it pays for itself. Everything pays for itself.',
    context:
      'Second call. A month ago Marta saw the demonstration and liked it. Since then she has gone quiet, and this morning her purchasing clerk wrote that the offer is "above expectations".',
    goal: 'Find what stands behind the price and agree on a dated next step.',
    product: [
      'Rimeguard',
      'Wireless temperature sensors with an alarm by telephone.',
      '14,900 euros for 40 sensors, installed',
      'Alarm within 60 seconds',
      'Battery lasts five years',
      'Log accepted by food inspectors',
    ],
  },
  {
    id: 'school-kitchen-call',
    title: 'Eleven minutes before lunch',
    category: 'cold_call',
    industry: 'catering',
    minutes: 6,
    who: ['Dilys Okafor', 'kitchen manager', 'Harrow Lane Schools'],
    voice: 'If this is about ovens, I will hang up politely.',
    context: 'You call a kitchen that feeds 900 children. Dilys answers herself because her assistant is ill.',
    goal: 'Earn twenty minutes at a better time.',
    product: [
      'Portionwise',
      'Planning of meals by what was really eaten.',
      'Cuts leftovers by a fifth in the median school',
      'No new hardware',
    ],
  },
  {
    id: 'dental-practice-discovery',
    title: 'Three chairs, two receptionists',
    category: 'discovery',
    industry: 'health',
    minutes: 10,
    who: ['Dr. Henrik Voss', 'owner', 'Voss Dental'],
    voice: 'We are full until March. I do not see what you could sell me.',
    context: 'First meeting, on recommendation of a colleague. Henrik gave you half an hour between two patients.',
    goal: 'Learn what an empty hour costs him and who decides.',
    product: [
      'Callsheet',
      'Reminders and a waiting list that fills gaps.',
      'From 190 euros a month',
      'Works with the four common practice systems',
    ],
  },
  {
    id: 'warehouse-demo',
    title: 'The demo that must not be a tour',
    category: 'demo',
    industry: 'logistics',
    minutes: 12,
    who: ['Salma Benhaddou', 'IT lead', 'Quayside Parcels'],
    voice: 'Please do not show me the login screen.',
    context: 'Salma has brought a colleague from the floor who has said nothing so far.',
    goal: 'Show the two things that answer what they told you, and leave the rest.',
    product: ['Dockline', 'Plans gates and crews by the hour.', 'Live in six weeks', 'Two references within 50 km'],
    levels: ['medium', 'hard', 'expert'],
  },
  {
    id: 'studio-lease-closing',
    title: 'One signature away',
    category: 'closing',
    industry: 'real_estate',
    minutes: 7,
    who: ['Tomasz Wren', 'founder', 'Wren Ceramics'],
    voice: 'I like it. I have liked it for three weeks.',
    context: 'Tomasz has seen the studio twice. The offer runs until Friday, and that is true.',
    goal: 'Ask for the decision, and find out what still holds him.',
    product: [
      'Studio 7',
      '120 square metres with three-phase current.',
      '1,640 euros a month',
      'Kiln permitted in writing',
    ],
  },
  {
    id: 'bike-fleet-buyer',
    title: 'You buy: a fleet of bicycles',
    category: 'closing',
    industry: 'retail',
    seat: 'buyer',
    minutes: 9,
    who: ['Ilse Marchetti', 'account executive', 'Velomark'],
    voice: 'Before I show you anything: what goes wrong on an ordinary Tuesday?',
    context: 'You run a courier service with eleven riders. Ilse sells leased cargo bicycles with maintenance.',
    goal: 'Hold to your brief and spot the techniques she uses.',
    product: ['Velomark Fleet', 'Cargo bicycles with service within a day.', '129 euros per bicycle and month'],
    levels: ['easy', 'medium', 'hard'],
  },
  {
    id: 'insurance-callback',
    title: 'Call me after the summer',
    category: 'cold_call',
    industry: 'insurance',
    minutes: 5,
    who: ['Paul Etienne', 'baker', 'Boulangerie Etienne'],
    voice: 'After the summer. Which summer? That is my business.',
    context: 'Paul has put off two of your colleagues. His oven failed in May.',
    goal: 'Find out whether "later" is a reason or a habit.',
    product: ['Interruption cover', 'Pays wages and rent while the oven is cold.', 'From 64 euros a month'],
  },
];

export function scenarios(): Scenario[] {
  return SEEDS.map((seed) => {
    const [name, role, company] = seed.who;
    const [product, what, ...facts] = seed.product;
    const seat = seed.seat ?? 'seller';
    return {
      id: seed.id,
      address: `sellmeapen/${seed.id}@1`,
      title: seed.title,
      summary: seed.context,
      category: seed.category,
      industry: seed.industry,
      seat,
      language: 'en',
      languages: ['en'],
      minutes: seed.minutes,
      persona: { name, role, company, voice_line: seed.voice },
      attempts: 0,
      opening_context: seed.context,
      goal: seed.goal,
      objectives: [
        'Say early why you talk',
        'Ask before you tell',
        'Put a number on what it costs today',
        'Agree who does what, and when',
      ],
      tips: [
        'The first answer is the polite one. Ask what happened the last time.',
        'Take an objection in before you answer it; one sentence is enough.',
        'When you have asked for the decision, wait.',
      ],
      products: [{ name: product, what, facts }],
      time_limit_s: seed.minutes * 60,
      phases: ['greeting', 'discovery', 'positioning', 'closing'],
      levels: (seed.levels ?? (['easy', 'medium', 'hard', 'expert'] as Level[])).map((level) => ({
        level,
        what: WHAT[level],
      })),
      recorded: 'words',
      seen_by: 'you_until_you_share',
      rubric: 'sellmeapen/core@1',
      example_transcript: [
        { speaker: 'buyer', text: seed.voice },
        { speaker: 'rep', text: 'Fair. May I ask what you use today, and when it last let you down?' },
        { speaker: 'buyer', text: 'Last Thursday, if you must know.' },
      ],
      ...(seat === 'buyer'
        ? {
            techniques: [
              {
                id: 'open_discovery',
                name: 'Open discovery',
                what: 'Asks freely about your world before offering anything.',
              },
              { id: 'benefit_to_need', name: 'Benefit to need', what: 'Ties a gain to something you said.' },
              {
                id: 'acknowledge_and_answer',
                name: 'Acknowledge and answer',
                what: 'Takes your objection in, then meets it.',
              },
              { id: 'trial_close', name: 'Trial close', what: 'Tests how ready you are.' },
              { id: 'alternative_close', name: 'Alternative close', what: 'Offers two ways of saying yes.' },
            ],
            brief: {
              situation: 'Eleven riders, two broken chains a week, a lease that ends in ten weeks.',
              you: 'You run a fleet of courier bicycles.',
              wants: ['Fewer broken bicycles on a Monday'],
              holds_to: ['At most 110 euros per bicycle and month', 'Nothing is signed today'],
              may_give: ['A trial of four weeks'],
            },
          }
        : {}),
    };
  });
}
