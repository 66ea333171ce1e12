/** Thresholds of the rules: choices of policy, each with the day from which it applies. A new value is added beside, never written over. */
const parameters = [
  { id: 'g4-good', since: '2026-12-01', value: 3, why: 'From this level on a practice is in place, not only planned.' },
  { id: 'share-good', since: '2026-12-01', value: 90, why: 'Nearly all, in percent.' },
  { id: 'half', since: '2026-12-01', value: 50, why: 'A claim for all must reach at least half, in percent.' },
  { id: 'in-writing', since: '2026-12-01', value: 1, why: 'Levels above this one mean that a rule is written.' },
  { id: 'strong-claim', since: '2026-12-01', value: 3, why: 'Levels above this one claim an independent check.' },
  { id: 'night-shifts', since: '2026-12-01', value: 2, why: 'More shifts than this include a night.' },
  { id: 'near-total-union', since: '2026-12-01', value: 97, why: 'Membership above this percentage is unusual without compulsion.' },
  { id: 'none', since: '2026-12-01', value: 0, why: 'More than none.' },
  { id: 'people-differ', since: '2026-12-01', value: 5, why: 'Headcounts of different days differ by some people.' },
  { id: 'people-differ-share', since: '2026-12-01', value: 0.1, why: 'Headcounts of different days differ by a tenth.' },
  { id: 'people-contradict-share', since: '2026-12-01', value: 0.25, why: 'Person-days and samples depend on the headcount.' },
  { id: 'shares-differ', since: '2026-12-01', value: 0.1, why: 'Shares of different days differ by ten points.' },
  { id: 'wide-share', since: '2026-12-01', value: 0.25, why: 'A quarter of the workforce is not isolated.' },
  { id: 'same-cause', since: '2026-12-01', value: 5, why: 'One cause for so many findings explains none.' },
  { id: 'repay-within-days', since: '2026-12-01', value: 30, why: 'A repayment plan is agreed within a month.' },
  { id: 'critical-days', since: '2026-12-01', value: 30, why: 'A critical finding is corrected within a month.' },
  { id: 'major-days', since: '2026-12-01', value: 90, why: 'A major finding is corrected within a quarter.' },
  { id: 'seasonal-ratio', since: '2026-12-01', value: 1.5, why: 'A peak so high needs seasonal workers.' },
  { id: 'flat-ratio', since: '2026-12-01', value: 1.05, why: 'Hardly any peak.' },
  { id: 'long-week', since: '2026-12-01', value: 60, why: 'Hours Conventions: 48 regular and 12 overtime hours.' },
  { id: 'regular-week', since: '2026-12-01', value: 48, why: 'Hours of Work (Industry) Convention, 1919 (No. 1).' },
  { id: 'long-weeks-share', since: '2026-12-01', value: 0.25, why: 'A quarter of the weeks is more than an exception.' },
  { id: 'long-day', since: '2026-12-01', value: 16, why: 'Longer days are unlikely and dangerous.' },
  { id: 'uniform-weeks', since: '2026-12-01', value: 10, why: 'Fewer weeks show no pattern.' },
  { id: 'uniform-share', since: '2026-12-01', value: 0.8, why: 'Real records vary more.' },
  { id: 'sources-differ-hours', since: '2026-12-01', value: 4, why: 'Half a shift.' },
  { id: 'sampled-months', since: '2026-12-01', value: 3, why: 'The current, a peak and a low month.' },
  { id: 'pay-slip-differs', since: '2026-12-01', value: 0.01, why: 'Rounding.' },
  { id: 'binding-deductions', since: '2026-12-01', value: 0.5, why: 'Half of the pay is the usual ceiling (Convention No. 95).' },
  { id: 'hours-differ', since: '2026-12-01', value: 0.2, why: 'Weeks sampled within a month vary around its average.' },
  { id: 'codes-in-both', since: '2026-12-01', value: 0.7, why: 'Pay and hours of the same workers can be reconciled.' },
  { id: 'codes-per-interview', since: '2026-12-01', value: 0.5, why: 'Samples are usually as large as the interviews.' },
  { id: 'planned-share', since: '2026-12-01', value: 0.8, why: 'A planned group is interviewed nearly completely.' },
  { id: 'share-stated-points', since: '2026-12-01', value: 2, why: 'Rounding of a percentage.' },
  { id: 'few-records', since: '2026-12-01', value: 5, why: 'Fewer records support no statement on a workforce.' },
  { id: 'minutes-alone', since: '2026-12-01', value: 20, why: 'An individual interview.' },
  { id: 'minutes-group', since: '2026-12-01', value: 40, why: 'A group interview.' },
  { id: 'hours-a-day', since: '2026-12-01', value: 8, why: 'A working day on site.' },
  { id: 'interview-time', since: '2026-12-01', value: 0.5, why: 'The other half is needed for documents and the floor.' },
  { id: 'presence-share', since: '2026-12-01', value: 0.6, why: 'Part of a day is travel and writing.' },
  { id: 'alone-share', since: '2026-12-01', value: 0.2, why: 'Groups alone seldom bring up coercion.' },
  { id: 'group-most', since: '2026-12-01', value: 8, why: 'In larger groups few speak.' },
  { id: 'group-least', since: '2026-12-01', value: 3, why: 'Two people are no group.' },
  { id: 'chosen-doubt', since: '2026-12-01', value: 0.2, why: 'The team selects interviewees.' },
  { id: 'chosen-contradiction', since: '2026-12-01', value: 0.5, why: 'Management selected most of them.' },
  { id: 'shifts-seen', since: '2026-12-01', value: 2, why: 'A second shift exists.' },
  { id: 'not-assessed-share', since: '2026-12-01', value: 0.2, why: 'So much left out is a limitation of the audit.' },
  { id: 'improved-at-once', since: '2026-12-01', value: 10, why: 'So many changes leave traces.' },
  { id: 'rate-doubles', since: '2026-12-01', value: 2, why: 'An announced audit found half as much.' },
  {
    id: 'gate-unanswered-share',
    since: '2026-12-01',
    value: 0.1,
    why: 'Without nine of ten answers the conclusion says little of the site.',
  },
  { id: 'gate-interview-share', since: '2026-12-01', value: 0.8, why: 'A fifth of the interviewees may be absent on the day.' },
  { id: 'gate-sample-share', since: '2026-12-01', value: 0.5, why: 'Samples are usually as large as the interviews; half is the least.' },
  {
    id: 'gate-days-share',
    since: '2026-12-01',
    value: 0.8,
    why: 'A shorter audit than usual, by more than a fifth, leaves shifts and places unseen.',
  },
  { id: 'gate-critical-sources', since: '2026-12-01', value: 2, why: 'A critical finding acts at once: two sources, or a photograph.' },
  { id: 'contact-days', since: '2026-12-01', value: 7, why: 'A site that is written to in the week before may expect a visit.' },
  { id: 'lead-runs', since: '2026-12-01', value: 4, why: 'Leads change after three audits of a site.' },
  { id: 'clean-audits', since: '2026-12-01', value: 3, why: 'Three audits without a non-compliance are unusual at a larger site.' },
  { id: 'clean-headcount', since: '2026-12-01', value: 100, why: 'A larger site.' },
  { id: 'extensions-slip', since: '2026-12-01', value: 3, why: 'A plan that was extended so often is not carried out.' },
  { id: 'fact-age-days', since: '2026-12-01', value: 365, why: 'Figures are updated once a year.' },
  { id: 'debt-months', since: '2026-12-02', value: 1, why: 'A month of pay is a step of the method (R11).' },
  { id: 'placed-least', since: '2026-12-02', value: 10, why: 'So many placements leave people behind.' },
  { id: 'workforce-changes', since: '2026-12-02', value: 0.3, why: 'A third more or fewer workers within a year.' },
  { id: 'migrants-change', since: '2026-12-02', value: 0.2, why: 'Twenty points of the workforce within a year.' },
  { id: 'copied-sites', since: '2026-12-02', value: 3, why: 'Three sites rarely give the same answers.' },
  { id: 'copied-answers', since: '2026-12-02', value: 30, why: 'Fewer answers in common show nothing.' },
  { id: 'copied-share', since: '2026-12-02', value: 0.95, why: 'Nearly all answers and notes are the same.' },
  { id: 'copied-notes', since: '2026-12-02', value: 5, why: 'Clean sites without notes are alike by right; notes are not.' },
  { id: 'repeat-days', since: '2026-12-01', value: 365, why: 'Found again within twelve months.' },
] as const satisfies readonly { id: string; since: string; value: number; why: string }[];

export type ParameterId = (typeof parameters)[number]['id'];
export type Limits = (id: ParameterId) => number;

/** The thresholds in force on a day. An audit from before the first value is checked against that one. */
export function limitsOn(day: string): Limits {
  return (id) => {
    const values = parameters.filter((parameter) => parameter.id === id);
    return (values.findLast(({ since }) => since <= day) ?? values[0] ?? raise(id)).value;
  };
}

function raise(id: string): never {
  throw new Error(`No consistency rule has the parameter ${id}.`);
}

export const parameterIds = (): ParameterId[] => parameters.map(({ id }) => id);
