import { controlTypes, type FrozenQuestion, type ScaleType, scaleTypes } from './question-schema.ts';
import { withOptions } from './problems-between.ts';
import type { FrozenInstrument } from './schema.ts';

type FrozenSection = FrozenInstrument['sections'][number];
export type InstrumentPoint = NonNullable<FrozenSection['points']>[number];

/** A question with all its fields: what its file omits has its default. */
export type InstrumentQuestion = Omit<
  FrozenQuestion,
  'hint' | 'whyWeAsk' | 'domain' | 'weight' | 'raises' | 'facts' | 'people' | 'point' | 'verify' | 'base' | 'law'
> & {
  hint: { en: string } | null;
  whyWeAsk: { en: string };
  /** Its place in a translation: the question's own, its point's, or its section's summary. */
  reasonPlace: string;
  domain: NonNullable<FrozenQuestion['domain']> | null;
  weight: number;
  raises: NonNullable<FrozenQuestion['raises']> | null;
  facts: NonNullable<FrozenQuestion['facts']>;
  people: NonNullable<FrozenQuestion['people']>;
  point: string | null;
  verify: NonNullable<FrozenQuestion['verify']>;
  /** Where a translation has the texts of its options: its own (`KEY.options`), or those of its set (`sets.NAME`). */
  optionsPlace: string;
  base: number;
  law: NonNullable<FrozenQuestion['law']>;
};
export type InstrumentSection = Omit<FrozenSection, 'displayShare' | 'points' | 'questions'> & {
  displayShare: number;
  points: InstrumentPoint[];
  questions: InstrumentQuestion[];
};
export type Instrument = Omit<FrozenInstrument, 'kind' | 'scores' | 'summary' | 'scales' | 'sections'> & {
  kind: NonNullable<FrozenInstrument['kind']>;
  scores: boolean;
  summary: { en: string } | null;
  scales: Record<ScaleType, NonNullable<FrozenInstrument['scales'][ScaleType]>>;
  sections: InstrumentSection[];
};

/** Says what an instrument's file leaves out: a self-assessment whose answers give credit, asked for the reason of its point or section. Pure. */
export function completeInstrument(frozen: FrozenInstrument): Instrument {
  return {
    ...frozen,
    kind: frozen.kind ?? 'self-assessment',
    scores: frozen.scores ?? true,
    summary: frozen.summary ?? null,
    scales: scalesOf(frozen),
    sections: frozen.sections.map((section) => ({
      ...section,
      displayShare: section.displayShare ?? 0,
      points: section.points ?? [],
      questions: section.questions.map((question) => completeQuestion(withOptions(question, frozen.sets), section)),
    })),
  };
}

function completeQuestion(question: FrozenQuestion, section: FrozenSection): InstrumentQuestion {
  const point = section.points?.find(({ key }) => key === question.point);
  const isControl = controlTypes.some((type) => type === question.type);
  return {
    ...question,
    hint: question.hint ?? null,
    whyWeAsk: question.whyWeAsk ?? point?.whyWeAsk ?? section.summary,
    reasonPlace: question.whyWeAsk ? `${question.key}.whyWeAsk` : point ? `${point.key}.whyWeAsk` : `${section.key}.summary`,
    domain: question.domain ?? null,
    weight: question.weight ?? (isControl && question.domain ? 1 : 0),
    raises: question.raises ?? null,
    facts: question.facts ?? [],
    people: question.people ?? [],
    point: question.point ?? null,
    verify: question.verify ?? [],
    optionsPlace: question.set === undefined ? `${question.key}.options` : `sets.${question.set}`,
    base: question.base ?? 0,
    law: question.law ?? [],
  };
}

function scalesOf({ scales }: FrozenInstrument): Instrument['scales'] {
  const all: Instrument['scales'] = { G4: [], YNP: [], PCT: [], RF: [], PICK: [], TICKS: [], NC: [], SIGN: [], REVIEW: [] };
  for (const type of scaleTypes) all[type] = scales[type] ?? [];
  return all;
}
