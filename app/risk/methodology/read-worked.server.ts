import { assess, evidenceGrades, instrument, parameterAt, questionsOf } from '#scoring';
import { questionTexts } from '~/risk/scores/find-source-links.server';
import { sectorName } from '~/locales/sector-names';
import { isWorked, workedIds, workedInput, type WorkedId, workedInstruments } from './worked-inputs';

const instrumentOf = (id: WorkedId): string | undefined => Object.entries(workedInstruments).find(([of]) => of === id)?.[1];

function inputOf(id: WorkedId, asOf: string) {
  const key = instrumentOf(id);
  return workedInput(id, { asOf, questions: key === undefined ? [] : questionsOf(instrument(key)) });
}

/** The score of one worked example on a day, without the calculation. */
export function workedScore(id: WorkedId, asOf: string) {
  const { trace: _, ...result } = assess(inputOf(id, asOf));
  return result;
}

/** The worked examples with their scores on a day. */
export const listWorked = (asOf: string) => workedIds.map((id) => ({ id, result: workedScore(id, asOf) }));

/** One worked example: its whole input, its result with the calculation, and the states of its claims (R8). Null for an unknown id. */
export function readWorked(id: string, asOf: string) {
  if (!isWorked(id)) return null;
  const input = inputOf(id, asOf);
  const { trace, ...result } = assess(input);
  if (result.status === 'not-scored') return null;
  const texts = questionTexts(input.instrument);
  const context = {
    sourceLinks: {},
    answers: (input.answers ?? []).map(({ question, value, evidence, answeredOn }) => ({ question, value, evidence, answeredOn })),
    findings: (input.findings ?? []).map((finding) => ({
      ...{ id: finding.id, grade: finding.grade, status: finding.status, evidence: finding.evidence },
      ...{ question: null, text: null },
    })),
    questions: Object.fromEntries(texts),
  };
  const code = input.facts.sector?.value ?? '';
  const sector = `${code} ${sectorName(code, { asOf }) ?? ''}`;
  return { id, input, sector, result, trace, context, worldOdds: parameterAt('R4.world-odds', asOf).value, states: statesOf(result, asOf) };
}
export type Worked = NonNullable<ReturnType<typeof readWorked>>;

/** The states of the claims, from all true to all false, each with its mean score: a claim with better evidence is true wherever one with worse evidence is. */
function statesOf(
  { drawable: { score, claims } }: { drawable: { score: number; claims: Record<(typeof evidenceGrades)[number], number> } },
  asOf: string,
) {
  const truth = parameterAt('R5.truth', asOf).value;
  const made = evidenceGrades.filter((grade) => claims[grade] !== 0).sort((a, b) => truth[a] - truth[b]);
  const means = made.map((_, at) => score - made.slice(0, at).reduce((sum, grade) => sum + claims[grade], 0));
  const all = made.map((grade, at) => ({ weight: truth[grade] - (at === 0 ? 0 : truth[made[at - 1] ?? grade]), mean: means[at] ?? score }));
  const none = {
    weight: 1 - (made.length === 0 ? 0 : truth[made.at(-1) ?? 'none']),
    mean: score - made.reduce((sum, grade) => sum + claims[grade], 0),
  };
  return [...all, none].filter(({ weight }) => weight > 1e-9);
}
