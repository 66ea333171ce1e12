import type { Counting } from '~/suppliers/fields/definition/counting';
import { ofEach } from '~/suppliers/fields/definition/read-fields';
import type { RecordKind } from '~/suppliers/facts/recruiter-record';
import type { FactField } from '~/suppliers/facts/fact-fields';

/** What becomes of every fact that can be recorded of a supplier, a site or a recruiter: none is left out in silence. */
export const factCounting: Record<FactField, Counting> = ofEach(({ counts }) => counts);

/** The same of the lines that are recorded of a recruiter. */
export const recordCounting: Record<RecordKind, Counting> = {
  licence: 'alert',
  sanction: 'alert',
  status: 'alert',
  corridor: 'score',
  fee: 'score',
  certification: 'recruiter-review',
  assessment: 'recruiter-review',
  complaints: 'recruiter-review',
};
