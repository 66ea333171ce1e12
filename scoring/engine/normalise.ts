import type { AssessInput } from '../types.ts';
import { compareText } from './compare-text.ts';
import { canonicalJson, sha256 } from './hash.ts';

/** The input with every list in one order, so that neither the result nor its hash depends on the order rows came in. */
export function normaliseInput(input: AssessInput): AssessInput {
  const { facts, ownTables = [], ...rest } = input;
  return {
    ...rest,
    ...(ownTables.length > 0 ? { ownTables: distinct(ownTables) } : {}),
    facts: {
      ...facts,
      ...(facts.countries ? { countries: { ...facts.countries, value: distinct(facts.countries.value) } } : {}),
      ...(facts.subdivisions ? { subdivisions: { ...facts.subdivisions, value: distinct(facts.subdivisions.value) } } : {}),
      ...(facts.products ? { products: { ...facts.products, value: distinct(facts.products.value) } } : {}),
      ...(facts.migrantOrigins ? { migrantOrigins: { ...facts.migrantOrigins, value: distinct(facts.migrantOrigins.value) } } : {}),
      ...(facts.recruitmentCost?.corridors
        ? { recruitmentCost: { ...facts.recruitmentCost, corridors: distinct(facts.recruitmentCost.corridors) } }
        : {}),
      ...(facts.vulnerableGroups ? { vulnerableGroups: { ...facts.vulnerableGroups, value: distinct(facts.vulnerableGroups.value) } } : {}),
    },
    ...(input.answers ? { answers: sorted(input.answers, (each) => each.question) } : {}),
    ...(input.findings ? { findings: sorted(input.findings, (each) => each.id) } : {}),
    ...(input.overrides ? { overrides: once(sorted(input.overrides, (each) => each.id)) } : {}),
    ...(input.liftings ? { liftings: once(sorted(input.liftings, (each) => each.override)) } : {}),
  };
}

/** SHA-256 over the canonical JSON of a normalised input. */
export function hashInput(normalised: AssessInput): string {
  return sha256(canonicalJson(normalised));
}

/** The hash of an input as a result carries it, without scoring it. */
export function inputHashOf(input: AssessInput): string {
  return hashInput(normaliseInput(input));
}

function distinct<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort();
}

/** By key, then by content: equal keys still have one order. */
function sorted<T extends object>(list: readonly T[], key: (each: T) => string): T[] {
  return [...list].sort((a, b) => compareText(key(a), key(b)) || compareText(canonicalJson(a), canonicalJson(b)));
}

/** A sorted list without repeats: the same fact given twice is one fact. */
function once<T extends object>(list: readonly T[]): T[] {
  return list.filter((each, index) => canonicalJson(each) !== canonicalJson(list[index - 1]));
}
