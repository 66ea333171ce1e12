import { buildHours, type HourSample, type RowProblem } from './build-hours';
import { buildPay, type PaySample } from './build-pay';
import { type Choices, chosenFields } from './choices';
import type { SampleKind } from './columns';
import { countPay, countWeeks } from './count-samples';
import type { StagedTable } from './staged-table';

/** More would make what each device takes along too large. */
export const mostSamples = 1500;

export type SamplePlan = {
  hours: HourSample[];
  pay: PaySample[];
  problems: RowProblem[];
  partWeeks: number;
  /** Workers and samples of the file, before workers were drawn. */
  inFile: { workers: number; samples: number };
  isDrawn: boolean;
};

/** What comes of a file with these choices; nothing is written. Pure. */
export function planSamples(table: StagedTable, kind: SampleKind, choices: Choices): SamplePlan {
  const fields = chosenFields(table, choices, kind);
  const hours = kind === 'hours' ? buildHours(table, fields, choices) : { samples: [], problems: [], partWeeks: 0 };
  const pay = kind === 'wage' ? buildPay(table, fields, choices) : { samples: [], problems: [] };
  const drawn = { hours: draw(hours.samples, choices.workers), pay: draw(pay.samples, choices.workers) };
  const all = [...hours.samples, ...pay.samples];
  return {
    ...drawn,
    problems: [...hours.problems, ...pay.problems].sort((a, b) => a.row - b.row || (a.column ?? 0) - (b.column ?? 0)),
    partWeeks: hours.partWeeks,
    inFile: { workers: new Set(all.map(({ code }) => code)).size, samples: all.length },
    isDrawn: drawn.hours.length + drawn.pay.length < all.length,
  };
}

/**
 * The samples of so many workers, and of no more than fit. Codes are random, so the first in their order are a random choice, the same workers in each file of
 * an audit.
 */
function draw<Sample extends { code: string }>(samples: readonly Sample[], workers: number | null): Sample[] {
  const byCode = new Map<string, Sample[]>();
  for (const sample of samples) byCode.set(sample.code, [...(byCode.get(sample.code) ?? []), sample]);
  const drawn: Sample[] = [];
  for (const [, own] of [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, workers ?? byCode.size)) {
    if (drawn.length + own.length > mostSamples) break;
    drawn.push(...own);
  }
  return drawn;
}

export const countsOf = (
  { hours, pay }: Pick<SamplePlan, 'hours' | 'pay'>,
  kind: SampleKind,
  limits: { weekly: number | null; deduction: number | null },
) => (kind === 'hours' ? { kind, ...countWeeks(hours, limits.weekly) } : { kind, ...countPay(pay, limits.deduction) });
