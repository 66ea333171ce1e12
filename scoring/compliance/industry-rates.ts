import { methodAt } from '../engine/method.ts';
import type { FactoryReading } from './read-factory.ts';
import { type Rate, rateOf } from './rate.ts';

/** One assessment of one factory, read. `on` is its ISO date. */
export type FactoryAssessment = { id: string; factory: string; on: string; reading: FactoryReading };

export type IndustryRates = {
  factories: number;
  /** Factories with a non-compliant point, of those assessed on it. By code. */
  points: ({ code: string } & Rate)[];
  /** Findings of a question, of the questionnaires in which it was assessed. By code. */
  questions: ({ code: string } & Rate)[];
};

/** The latest assessment of each factory within a period, both days included; of two on one day the one with the greater id. By factory. */
export function latestOfEach(responses: readonly FactoryAssessment[], period: { from: string; to: string }): FactoryAssessment[] {
  const latest = new Map<string, FactoryAssessment>();
  for (const each of inOrder(responses)) if (each.on >= period.from && each.on <= period.to) latest.set(each.factory, each);
  return [...latest.values()].sort((a, b) => compare(a.factory, b.factory));
}

/** Industry rates of a period (R12): each factory counts once, by its latest assessment. */
export function industryRates(responses: readonly FactoryAssessment[], period: { from: string; to: string }): IndustryRates {
  return ratesOver(latestOfEach(responses, period));
}

export type PeerComparison = {
  code: string;
  own: boolean | null;
  /** Factories other than this one; both figures are null where fewer of them were assessed than a rate needs (`R12.least-peers`), so that none can be told by it. */
  peers: Rate | { nonCompliant: null; assessed: number; rate: null };
}[];

/** One factory beside the others of the period, point by point (R12). Empty when it has no assessment in the period. */
export function compareWithPeers(
  responses: readonly FactoryAssessment[],
  options: { factory: string; from: string; to: string; asOf: string },
): PeerComparison {
  const latest = latestOfEach(responses, options);
  const own = latest.find(({ factory }) => factory === options.factory);
  const others = latest.filter(({ factory }) => factory !== options.factory);
  const least = methodAt(options.asOf).of['R12.least-peers'];
  return (own?.reading.points ?? []).map(({ code, nonCompliant }) => {
    const peers = rateOf(others.map(({ reading }) => reading.points.find((each) => each.code === code)?.nonCompliant ?? null));
    return {
      code,
      own: nonCompliant,
      peers: peers.assessed < least ? { nonCompliant: null, assessed: peers.assessed, rate: null } : peers,
    };
  });
}

/** Rates by cycle over a balanced panel (R12): only factories with at least `cycles` assessments, their first to their last of these compared. */
export function ratesByCycle(responses: readonly FactoryAssessment[], cycles: number): IndustryRates[] {
  const byFactory = new Map<string, FactoryAssessment[]>();
  for (const each of inOrder(responses)) byFactory.set(each.factory, [...(byFactory.get(each.factory) ?? []), each]);
  const panel = [...byFactory.values()].filter((own) => own.length >= cycles);
  return Array.from({ length: cycles }, (_, cycle) => ratesOver(panel.flatMap((own) => own[cycle] ?? [])));
}

function ratesOver(responses: readonly FactoryAssessment[]): IndustryRates {
  const readings = responses.map(({ reading }) => reading);
  const rates = (pairs: [string, boolean | 0 | 1 | null][]) =>
    [...new Set(pairs.map(([code]) => code))].sort(compare).map((code) => ({
      code,
      ...rateOf(pairs.filter(([each]) => each === code).map(([, finding]) => finding)),
    }));
  return {
    factories: responses.length,
    points: rates(readings.flatMap(({ points }) => points.map(({ code, nonCompliant }): [string, boolean | null] => [code, nonCompliant]))),
    questions: rates(readings.flatMap(({ questions }) => questions.map(({ code, finding }): [string, 0 | 1 | null] => [code, finding]))),
  };
}

function inOrder(responses: readonly FactoryAssessment[]): FactoryAssessment[] {
  return [...responses].sort((a, b) => compare(a.on, b.on) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
