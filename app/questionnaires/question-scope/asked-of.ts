import { z } from 'zod';
import {
  type Answers,
  ownScope,
  ownScopeRules,
  scopeFactsSchema,
  scopeRules,
  type Skip,
  skippedQuestions,
  visibleQuestions,
} from '#scoring';

/**
 * The stored scope of a response: rules by key, and the facts known when it was opened. `held`: facts that come from no questionnaire; none in responses from
 * before they were kept apart.
 */
const frozenScopeSchema = z.object({ rules: z.string(), facts: scopeFactsSchema, held: scopeFactsSchema.default({}) });

/** The countries that were known when a response was opened; none where nothing was frozen with it. */
export function scopedCountries(scope: unknown): readonly string[] {
  const frozen = frozenScopeSchema.safeParse(scope);
  return frozen.success ? (frozen.data.facts.countries ?? []) : [];
}

export type Scoped = {
  /** As it lies in the database; null where nothing is left out. */
  scope: unknown;
  /** Questions that were asked for all the same. */
  opened: readonly string[];
  /** Questions that a member answers in a sensitive case or nowhere. */
  withheld?: ReadonlySet<string>;
  answers: ReadonlyMap<string, { shares: Readonly<Record<string, number | undefined>> | null }>;
};

/**
 * The scope of a response now: keys of the questions asked and of those left out, each with its reason. `held`: those left out by facts from outside
 * questionnaires alone.
 */
export type Asked = { asked: ReadonlySet<string>; skipped: ReadonlyMap<string, Skip>; held: ReadonlySet<string> };

/** The reason of a question that is answered in a sensitive case or nowhere; no rule of the method has this key. */
export const sensitiveCase = 'sensitive-case';

/**
 * The questions that a response asks now, by the answers so far and by the facts frozen with it, and without those that are withheld. A question under one
 * that is hidden is hidden and not skipped. Pure; throws where the scope names rules that were never released.
 */
export function askedOf(instrument: Parameters<typeof visibleQuestions>[0], response: Scoped, given: Answers): Asked {
  const visible = visibleQuestions(instrument, given).map(({ key }) => key);
  const { asked, skipped, held } = scopeOf(instrument, { response, given, visible });
  const withheld = visible.filter((key) => response.withheld?.has(key));
  return {
    asked: new Set([...asked].filter((key) => !response.withheld?.has(key))),
    skipped: new Map([...skipped, ...withheld.map((key): [string, Skip] => [key, { rule: sensitiveCase, facts: [] }])]),
    held,
  };
}

type Scoping = { response: Scoped; given: Answers; visible: readonly string[] };

function scopeOf(instrument: Parameters<typeof visibleQuestions>[0], { response, given, visible }: Scoping): Asked {
  if (response.scope === null || response.scope === undefined) return { asked: new Set(visible), skipped: new Map(), held: new Set() };
  const { rules, facts, held } = frozenScopeSchema.parse(response.scope);
  const shares = [...response.answers.values()].find((answer) => answer.shares !== null)?.shares;
  const inForce = rules === ownScope ? ownScopeRules(instrument) : scopeRules(rules);
  const left = skippedQuestions(instrument, { rules: inForce, facts, answers: given, shares, opened: response.opened });
  const byHeld = skippedQuestions(instrument, { rules: inForce, facts: held, answers: given, opened: response.opened });
  const skipped = new Map(visible.flatMap((key) => (left.has(key) ? [[key, left.get(key)] as const] : [])));
  return {
    asked: new Set(visible.filter((key) => !skipped.has(key))),
    skipped: new Map([...skipped].flatMap(([key, skip]) => (skip ? [[key, skip] as const] : []))),
    held: new Set([...skipped.keys()].filter((key) => byHeld.has(key))),
  };
}
