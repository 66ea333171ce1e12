import { type ProtectedCount, protectCounts, smallestGroup } from '~/platform/privacy/protect-counts';

type Counts = { received: ProtectedCount; upheld: ProtectedCount | null; remedied: ProtectedCount | null };

/**
 * Counts of complaints as they may be kept: nothing of one to four as a number, and none whose difference to another would be so few.
 * Those upheld are a part of those received, those remedied a part of both.
 */
export function protectComplaints({ received, upheld, remedied }: Counts): Counts {
  const kept = protectCounts({ received }, null).received ?? received;
  // A small total is shown as a range too, so that nothing can be subtracted from it.
  const whole = typeof kept === 'number' ? kept : null;
  const partOf = (part: ProtectedCount | null, total: number | null) => protectCounts({ part }, total).part;
  const keptUpheld = partOf(upheld, whole);
  const ofReceived = partOf(remedied, whole);
  const keptRemedied = typeof keptUpheld === 'number' ? partOf(ofReceived, keptUpheld) : ofReceived;
  return { received: kept, upheld: keptUpheld, remedied: keptRemedied };
}

/** Whether a part is greater than its whole, as far as both are known. */
export function isMore(part: ProtectedCount | null, whole: ProtectedCount | null): boolean {
  if (typeof part !== 'number') return false;
  if (whole === 'under-5') return part >= smallestGroup;
  return typeof whole === 'number' && part > whole;
}

type Period = { periodFrom: string; periodTo: string };
/** Whether two periods share a day: then the difference of their counts could give a small one away, and people would count twice. */
export function doOverlap(one: Period, other: Period): boolean {
  return one.periodFrom <= other.periodTo && other.periodFrom <= one.periodTo;
}

/** The questions of the review of a recruiter that ask for the number of complaints, and for how many of them were upheld, rejected or are open. */
const complaintQuestions = { instrument: 'recruiter-review@', questions: ['RR.15', 'RR.16.a', 'RR.16.b', 'RR.16.c'] };

/** Whether an answer to a questionnaire is a number of complaints that could lead to who complained: it is not taken, and shown nowhere. */
export function isSmallComplaintCount(instrumentKey: string, question: string, value: unknown): boolean {
  if (!instrumentKey.startsWith(complaintQuestions.instrument) || !complaintQuestions.questions.includes(question)) return false;
  return typeof value === 'number' && value > 0 && value < smallestGroup;
}
