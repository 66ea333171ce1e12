import type { Made } from '../consistency-record';
import { betweenCases } from './between';
import { findingCases } from './findings';
import { logisticsCases } from './logistics';
import { recruiterCases } from './recruiters';
import { reviewCases } from './reviews';
import { sampleCases } from './samples';
import { withinCases } from './within';

/** By rule: a minimal record on which it fires, and one that differs in a single fact and is consistent. */
export const allCases: Record<string, [fires: Made, silent: Made]> = {
  ...withinCases,
  ...reviewCases,
  ...betweenCases,
  ...findingCases,
  ...recruiterCases,
  ...sampleCases,
  ...logisticsCases,
};
