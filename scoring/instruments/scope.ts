import type { PartyFacts } from '../types.ts';
import type { Answers, AskedInstrument, AskedQuestion } from './answers.ts';
import { questionsOf, ticksOf } from './answers.ts';
import {
  type AppliesTo,
  type Presence,
  type PresenceFact,
  presenceFacts,
  type ScopeFacts,
  type ScopeRule,
  type ScopeRules,
} from './scope-schema.ts';

/** Shares of the workforce as a FACT question takes them, in percent. */
export type ScopeShares = Readonly<Partial<Record<'migrantShare' | 'internalMigrantShare' | 'agencyShare', number | undefined>>>;
/** Why a question is not asked: the rule, and what it rests on. `answered`: the questionnaire itself says so; else it was known when it was opened. */
export type Skip = { rule: string; facts: { fact: PresenceFact | 'country' | 'sector'; answered: boolean }[] };

const shareFacts = [
  { share: 'migrantShare', fact: 'foreignWorkers' },
  { share: 'internalMigrantShare', fact: 'internalMigrants' },
  { share: 'agencyShare', fact: 'labourProviders' },
] as const;

/**
 * Which questions of an instrument the facts rule out, and why, by key. What was answered in the questionnaire wins over what was known before; what is not
 * known rules nothing out. A question that has an answer is never skipped, nor one of `opened` ("this applies to us"). Of several rules the first counts.
 * Pure; grows with rules and questions.
 * @param options.answers the answers so far on their scales, by question
 * @param options.shares what the questionnaire's own FACT question was answered, in percent
 */
export function skippedQuestions(
  asked: AskedInstrument<AskedQuestion>,
  options: {
    rules: Pick<ScopeRules, 'answers' | 'rules'>;
    facts: ScopeFacts;
    answers: Answers;
    shares?: ScopeShares | null | undefined;
    opened?: readonly string[];
  },
): Map<string, Skip> {
  const { rules, facts, answers, opened = [] } = options;
  const keys = new Set(questionsOf(asked).map(({ key }) => key));
  const answered = factsAnswered(rules, { answers, shares: options.shares ?? {} });
  const skipped = new Map<string, Skip>();
  for (const rule of rules.rules) {
    const because = holds(rule, { facts, answered, answers });
    if (!because) continue;
    for (const key of rule.skips)
      if (keys.has(key) && answers[key] === undefined && !opened.includes(key) && !skipped.has(key))
        skipped.set(key, { rule: rule.id, facts: because });
  }
  return skipped;
}

/** The key under which an assessment says that its instrument itself tells what calls for its questions. */
export const ownScope = 'own';

type Called = { appliesTo?: AppliesTo | undefined };
type CalledInstrument = { sections: readonly (Called & { questions: readonly (Called & { key: string })[] })[] };

/** Whether an instrument says of any question or section what calls for it. */
export function saysWhereItApplies({ sections }: CalledInstrument): boolean {
  return sections.some((section) => section.appliesTo !== undefined || section.questions.some(({ appliesTo }) => appliesTo !== undefined));
}

/** The scope rules of an instrument: a section's apply to all its questions. Pure. */
export function ownScopeRules({ sections }: CalledInstrument): Pick<ScopeRules, 'answers' | 'rules'> {
  const rules = sections.flatMap((section) => [
    ...rulesOf(
      section.appliesTo,
      section.questions.map(({ key }) => key),
    ),
    ...section.questions.flatMap(({ key, appliesTo }) => rulesOf(appliesTo, [key])),
  ]);
  return { answers: [], rules };
}

function rulesOf(where: AppliesTo | undefined, skips: string[]): ScopeRule[] {
  const said = { reason: 'the instrument says so', source: 'the instrument', skips };
  return [
    ...(where?.countries ? [{ ...said, id: 'own-country', when: { notCountries: where.countries } }] : []),
    ...(where?.sectors ? [{ ...said, id: 'own-sector', when: { notSectors: where.sectors } }] : []),
    ...(where?.some ? [{ ...said, id: 'own-facts', when: { none: where.some } }] : []),
  ];
}

/** What scoping knows of a party from its facts and from the links that lead to it; a withdrawn fact is unknown. Pure. */
export function scopeFactsOf(facts: PartyFacts, links: { recruits?: boolean; houses?: boolean; subcontracts?: boolean } = {}): ScopeFacts {
  const value = <T>(given: { value: T; withdrawn?: boolean } | undefined) => (given?.withdrawn ? undefined : given?.value);
  const ofShare = (share: number | undefined) => (share === undefined ? undefined : presence(share > 0));
  const either = (linked: boolean | undefined, known: Presence | undefined) => (linked ? 'some' : known);
  const housing = value(facts.housing);
  const outside = value(facts.subcontracting);
  const origins = value(facts.migrantOrigins) ?? [];
  const found: { [Fact in PresenceFact]: Presence | undefined } = {
    foreignWorkers: either(origins.length > 0, ofShare(value(facts.migrantShare))),
    internalMigrants: ofShare(value(facts.internalMigrantShare)),
    labourProviders: either(links.recruits, ofShare(value(facts.agencyShare))),
    employerHousing: either(links.houses, housing === undefined ? undefined : presence(housing !== 'none')),
    outsideWork: either(links.subcontracts, outside === undefined ? undefined : presence(outside !== 'none')),
  };
  const countries = value(facts.countries);
  const sector = value(facts.sector);
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, known]) => known !== undefined)),
    ...(countries && countries.length > 0 ? { countries } : {}),
    ...(sector ? { sector } : {}),
  };
}

const presence = (isThere: boolean): Presence => (isThere ? 'some' : 'none');

function factsAnswered(rules: Pick<ScopeRules, 'answers'>, { answers, shares }: { answers: Answers; shares: ScopeShares }): ScopeFacts {
  const found: { [Fact in PresenceFact]?: Presence } = {};
  for (const { share, fact } of shareFacts) {
    const value = shares[share];
    if (value !== undefined) found[fact] = presence(value > 0);
  }
  for (const { question, fact, none, some, ticked } of rules.answers) {
    const answer = answers[question];
    if (answer === undefined) continue;
    const ticks = ticked === undefined ? null : ticksOf(answer);
    // What the same questionnaire counts is not denied by a tick that is missing.
    if (ticks && ticked !== undefined) found[fact] = ticks.includes(ticked) ? 'some' : (found[fact] ?? 'none');
    else if (some.includes(answer)) found[fact] = 'some';
    else if (none.includes(answer)) found[fact] = 'none';
  }
  return found;
}

type Known = { facts: ScopeFacts; answered: ScopeFacts; answers: Answers };

/** What the rule is based on where it applies; null where it does not. */
function holds(rule: ScopeRule, { facts, answered, answers }: Known): Skip['facts'] | null {
  const of = (fact: PresenceFact) => answered[fact] ?? facts[fact];
  const { none = [], countries, notCountries, sectors, notSectors } = rule.when;
  if (none.some((fact) => of(fact) !== 'none')) return null;
  if (rule.unless?.some.some((fact) => of(fact) === 'some')) return null;
  if (rule.unlessAnswered?.some((each) => each.answers.some((value) => value === answers[each.question]))) return null;
  const known = facts.countries ?? [];
  const isIn = (list: readonly string[]) => known.length > 0 && known.every((country) => list.includes(country));
  if (countries && !isIn(countries)) return null;
  if (notCountries && (known.length === 0 || known.some((country) => notCountries.includes(country)))) return null;
  if (sectors && !sectors.some((division) => facts.sector?.startsWith(division))) return null;
  if (notSectors && (!facts.sector || notSectors.some((division) => facts.sector?.startsWith(division)))) return null;
  return [
    ...presenceFacts.filter((fact) => none.includes(fact)).map((fact) => ({ fact, answered: answered[fact] !== undefined })),
    ...(countries || notCountries ? [{ fact: 'country' as const, answered: false }] : []),
    ...(sectors || notSectors ? [{ fact: 'sector' as const, answered: false }] : []),
  ];
}
