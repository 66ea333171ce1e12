import type { AnswerGiven, AnswerValue, AssessInput, PlacedFacts } from '#scoring';

/** The fictional suppliers whose scores are worked out in public. */
export const workedIds = ['spinner', 'electronics', 'garments', 'fish', 'office'] as const;
export type WorkedId = (typeof workedIds)[number];

export const isWorked = (id: string): id is WorkedId => workedIds.some((each) => each === id);

/** The questionnaire that each answered, if any. */
export const workedInstruments = {
  garments: 'ilo-ten-principles@1.0.0',
  electronics: 'short-form@1.1.0',
} as const satisfies Partial<Record<WorkedId, string>>;

const facts: Readonly<Record<WorkedId, PlacedFacts>> = {
  spinner: {
    countries: { value: ['CN'] },
    subdivisions: { value: ['CN-XJ'] },
    sector: { value: '1311' },
    products: { value: ['Cotton'] },
    workers: { value: 800 },
  },
  electronics: {
    countries: { value: ['MY'] },
    sector: { value: '2610' },
    products: { value: ['Electronics'] },
    workers: { value: 1800 },
    migrantShare: { value: 0.6 },
    migrantOrigins: { value: ['BD'] },
    recruitmentCost: { value: 9 },
    agencyShare: { value: 0.4 },
    housing: { value: 'tied' },
    subcontracting: { value: 'none' },
    workerVoice: { value: 'restricted' },
  },
  garments: {
    countries: { value: ['VN'] },
    sector: { value: '1410' },
    products: { value: ['Garments'] },
    workers: { value: 1250 },
    agencyShare: { value: 0.35 },
    subcontracting: { value: 'declared' },
  },
  fish: {
    countries: { value: ['TH'] },
    sector: { value: '1020' },
    products: { value: ['Fish'] },
    workers: { value: 300 },
  },
  office: {
    countries: { value: ['NO'] },
    sector: { value: '82' },
    products: { value: [] },
    workers: { value: 60 },
    migrantShare: { value: 0 },
    internalMigrantShare: { value: 0 },
    agencyShare: { value: 0 },
    subcontracting: { value: 'none' },
    housing: { value: 'none' },
    peakRatio: { value: 1 },
    vulnerableGroups: { value: [] },
    workerVoice: { value: 'independent' },
  },
};

type Asked = { key: string; type: string };

/** A factory that works well on paper: partly where it would have to correct what went wrong, and no red flag. */
const checkedAnswers: Readonly<Record<string, AnswerValue>> = { G4: 3, YNP: 'yes', PCT: 80, RF: 'no' };
/** A factory that knows that its workers pay, and says so by half. */
const claimedAnswers: Readonly<Record<string, AnswerValue>> = { YNP: 'yes', RF: 'no' };

function answersTo(
  questions: readonly Asked[],
  how: { values: Readonly<Record<string, AnswerValue>>; partly: RegExp } & Omit<AnswerGiven, 'question' | 'value'>,
) {
  const { values, partly, ...given } = how;
  return questions.flatMap(({ key, type }): AnswerGiven[] => {
    const value = type === 'YNP' && partly.test(key) ? 'partial' : values[type];
    return value === undefined ? [] : [{ question: key, value, ...given }];
  });
}

/** The whole input of one of them. `questions` are those of its questionnaire. */
export function workedInput(id: WorkedId, { asOf, questions }: { asOf: string; questions: readonly Asked[] }): AssessInput {
  const base: AssessInput = { asOf, facts: facts[id] };
  if (id === 'garments')
    return {
      ...base,
      instrument: workedInstruments.garments,
      answers: answersTo(questions, { values: checkedAnswers, partly: /^P[89]\./, evidence: 'document-checked', answeredOn: asOf }),
      findings: [{ id: 'example', grade: 'major', status: 'open', evidence: 'audit-announced' }],
    };
  if (id === 'electronics')
    return {
      ...base,
      instrument: workedInstruments.electronics,
      answers: answersTo(questions, { values: claimedAnswers, partly: /^S2\./, evidence: 'self-declared', answeredOn: '2026-03-15' }),
    };
  return base;
}
