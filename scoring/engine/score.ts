import type { Scored } from '../types.ts';
import { shareCredit } from './control-credit.ts';
import { shareFindings } from './findings-uplift.ts';
import { missingFacts, showComponents } from './inherent.ts';
import { domainLabels } from './labels.ts';
import { raiseTo } from './overrides.ts';
import { largestRemainder, roundToTenth, toTenths } from './rounding.ts';
import { bandOf, confidenceOf, intervalOf, refusals } from './uncertainty.ts';
import { engineVersion } from './version.ts';
import { residualOf, type Work } from './work.ts';

type IsScored = Extract<Scored, { status: 'scored' }>;

/** The result as shown: one decimal, lines that add up, interval, bands and confidence. */
export function scoreOf(work: Work): Scored {
  const { inherent, controls, method, overrides } = work;
  const components = showComponents(inherent, method);
  const base = {
    engineVersion,
    asOf: work.input.asOf,
    inputHash: work.inputHash,
    coverage: inherent.known / 100,
    components,
    missing: missingFacts(inherent, method),
    overrides: overrides.all,
    ignoredLiftings: overrides.ignored,
    vintages: vintagesRead(work),
  };
  const reasons = refusals(inherent, method);
  if (reasons.length > 0) return { status: 'not-scored', ...base, reasons };
  const before = roundToTenth(work.score);
  const score = raiseTo(overrides.floor, before);
  const lines = showLines(work, { before, score });
  const interval = intervalOf(inherent, controls, residualOf(work));
  const low = raiseTo(overrides.floor, roundToTenth(interval.low));
  const high = raiseTo(overrides.floor, roundToTenth(interval.high));
  return {
    status: 'scored',
    ...base,
    lines,
    score,
    low,
    high,
    band: bandOf(score, method),
    bandLow: bandOf(low, method),
    bandHigh: bandOf(high, method),
    confidence: confidenceShown(work),
    domains: shareCredit(controls, lines.controlCredit, domainLabels),
    findings: shareFindings(work.findings, lines.findingsUplift),
    contradictions: work.contradictions,
  };
}

/** The inherent line is its own rounded sum; credit and uplift are rounded so that the lines add to the rounded score; the override line is what the floor adds to that. */
function showLines({ inherent, credit, score: exact, afterControls }: Work, { before, score }: { before: number; score: number }) {
  const shown = roundToTenth(inherent.point);
  const [controlCredit = 0, findingsUplift = 0] = largestRemainder([credit, exact - afterControls], toTenths(before) - toTenths(shown));
  return { inherent: shown, controlCredit, findingsUplift, overrideUplift: (toTenths(score) - toTenths(before)) / 10 };
}

/** What may not be seen is not well known: an override on access makes confidence low, whatever its value. */
function confidenceShown({ inherent, controls, method, overrides }: Work): IsScored['confidence'] {
  const confidence = confidenceOf(inherent, controls, method);
  return overrides.lowersConfidence === undefined ? confidence : { ...confidence, grade: 'low', loweredBy: overrides.lowersConfidence };
}

/** Table and vintage of everything that was read. */
function vintagesRead({ inherent }: Work): Record<string, string> {
  const read: Record<string, string> = { ...inherent.country.worst?.vintages };
  const add = (reference: { table: string; vintage: string } | undefined) => {
    if (reference) read[reference.table] = reference.vintage;
  };
  add(inherent.sector?.row.provenance);
  add(inherent.sector?.row.classification);
  for (const reading of inherent.product.readings) add(reading.reference);
  for (const reading of inherent.debt.readings) add(reading.row?.provenance);
  return read;
}
