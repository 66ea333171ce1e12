import { changedFindings, newestPlan, type PlanFinding, planRows } from '~/audits/closing-plan/plan';
import type { ClosingPlan, PlanLine, SignedPlan } from '~/audits/closing-plan/schema';
import type { EntryValue } from '~/audits/entries/entries';
import { openEntries } from './record-on-device';
import type { Recording } from './recording';

export type ShowableFinding = { key: string; value: EntryValue<'finding'> };

/** Findings that may be shown to management: none that answers a zero-tolerance question, and none at all with a pack that cannot tell them apart. */
export const showableFindings = (recording: Recording): ShowableFinding[] =>
  recording.pack.consistency === undefined ? [] : openEntries(recording, recording.pack.consistency.withheld)('finding');

export const lineOn =
  (recording: Recording) =>
  (finding: string): PlanLine | null =>
    recording.valueOf('planLine', finding);

export const signedPlans = (recording: Recording): (SignedPlan & { key: string })[] =>
  recording
    .all('signedPlan')
    .map(({ key, value }) => ({ ...value, key }))
    .sort((a, b) => b.plan.version - a.plan.version);

/** The newest signed plan, and whether the plan has changed since. */
export function signedNow(recording: Recording): { signed: SignedPlan; isChanged: boolean } | null {
  const signed = newestPlan(signedPlans(recording));
  const findings: PlanFinding[] = showableFindings(recording);
  return signed && { signed, isChanged: changedFindings(signed.plan, findings, lineOn(recording)).length > 0 };
}

/** The plan as it is shown now; null while an included finding lacks something. */
export function planNow(recording: Recording): ClosingPlan | null {
  const { audit, supplier, site, locale } = recording.pack;
  const agreedOn = closingDay(recording.valueOf('meeting', 'closing')?.at ?? null);
  const rows = planRows(showableFindings(recording), lineOn(recording), agreedOn);
  if (rows === null) return null;
  const { id, number, startsOn, endsOn } = audit;
  const version = (newestPlan(signedPlans(recording))?.plan.version ?? 0) + 1;
  return { format: 'closing-plan/1', version, locale, audit: { id, number, startsOn, endsOn }, supplier, site, agreedOn, rows };
}

/** The day of the closing meeting in the time of the device; today where its time was not recorded. */
function closingDay(at: string | null): string {
  const moment = at === null ? new Date() : new Date(at);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
