import type { seededUniform } from '../engine/draws.ts';
import { questionsOf, tickAnswer } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import type { InstrumentQuestion } from '../instruments/complete.ts';
import { controlTypes } from '../instruments/question-schema.ts';
import { classifiedGoods, corridorCosts, isicDivisions } from '../reference/at.ts';
import type { AnswerGiven, AnswerValue, PartyFacts } from '../types.ts';
import { evidenceGrades, housingChoices, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '../vocabulary.ts';

export type Uniform = ReturnType<typeof seededUniform>;

/** What synthetic suppliers are drawn from. */
export type Pools = { countries: readonly string[]; sectors: readonly string[]; goods: readonly string[]; origins: readonly string[] };

/** Ranked countries, all divisions, all goods of the list and all origins of corridors. */
export function poolsOf(countries: readonly string[], asOf: string): Pools {
  return {
    countries,
    sectors: isicDivisions(asOf).map((each) => each.code),
    goods: classifiedGoods(asOf).map((each) => each.good),
    origins: [...new Set(corridorCosts(asOf).flatMap((each) => each.originIso2 ?? []))].sort(),
  };
}

/** Any of them, each as likely. */
export function pick<T>(from: readonly T[], uniform: Uniform): T {
  const found = from[Math.floor(uniform() * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** A supplier of whom every fact is known. Shares lean towards small ones (a squared uniform number), as shares of migrants and agency workers do. */
export function synthesizeFacts(pools: Pools, uniform: Uniform): PartyFacts {
  const small = () => uniform() ** 2;
  const migrants = small();
  return {
    countries: { value: [pick(pools.countries, uniform)] },
    sector: { value: pick(pools.sectors, uniform) },
    products: { value: uniform() < 0.5 ? [] : [pick(pools.goods, uniform)] },
    workers: { value: Math.round(10 ** (1 + 3 * uniform())) },
    migrantShare: { value: migrants },
    internalMigrantShare: { value: small() * (1 - migrants) },
    agencyShare: { value: small() },
    migrantOrigins: { value: [pick(pools.origins, uniform)] },
    subcontracting: { value: pick(subcontractingChoices, uniform) },
    housing: { value: pick(housingChoices, uniform) },
    peakRatio: { value: 1 + 2 * small() },
    vulnerableGroups: { value: vulnerableGroups.filter(() => uniform() < 0.25) },
    workerVoice: { value: pick(workerVoiceChoices, uniform) },
  };
}

/** The same supplier with each fact but country and sector left out with the probability given. */
export function hideFacts(facts: PartyFacts, probability: number, uniform: Uniform): PartyFacts {
  const kept = Object.entries(facts).filter(([field]) => field === 'countries' || field === 'sector' || uniform() >= probability);
  return Object.fromEntries(kept);
}

/** One answer to every control of an instrument, values and evidence each as likely, given on the day. */
export function synthesizeAnswers(key: string, day: string, uniform: Uniform): AnswerGiven[] {
  return questionsOf(instrument(key)).flatMap((question) => {
    const isControl = controlTypes.some((type) => type === question.type);
    return isControl
      ? [{ question: question.key, value: answerTo(question, uniform), evidence: pick(evidenceGrades, uniform), answeredOn: day }]
      : [];
  });
}

function answerTo({ type, options = [] }: Pick<InstrumentQuestion, 'type' | 'options'>, uniform: Uniform): AnswerValue {
  if (type === 'G4') return pick([0, 1, 2, 3, 4], uniform);
  if (type === 'PCT') return Math.floor(uniform() * 101);
  // Most red flags are not raised where they are asked for.
  if (type === 'RF') return uniform() < 0.2 ? 'yes' : 'no';
  if (type === 'TICKS')
    return tickAnswer(
      options,
      options.map(({ value }) => value).filter(() => uniform() < 0.5),
    );
  return pick<AnswerValue>(type === 'PICK' ? options.map(({ value }) => value) : ['yes', 'partial', 'no'], uniform);
}

/** The same answers, each left out with the probability given: half of those are not answered, half are "don't know". */
export function hideAnswers(answers: readonly AnswerGiven[], probability: number, uniform: Uniform): AnswerGiven[] {
  return answers.flatMap((answer) => {
    if (uniform() >= probability) return [answer];
    return uniform() < 0.5 ? [] : [{ ...answer, value: 'dont-know' as const }];
  });
}
