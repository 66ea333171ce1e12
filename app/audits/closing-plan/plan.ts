import canonicalize from 'canonicalize';
import { findingGrades, type FindingGrade } from '#scoring';
import { dueAfter } from '~/findings/corrective-actions/action-lists';
import type { ClosingPlan, PlanLine, PlanRow, SignedPlan } from './schema';

/** A finding as the plan reads it; sensitive ones never reach this module. */
export type PlanFinding = {
  key: string;
  value: { grade: FindingGrade; methods: readonly string[]; legalReference: string; codeReference: string; question: string | null };
};

export const emptyLine: PlanLine = {
  ...{ isShown: null, requirement: '', what: '', action: '', kind: 'corrective', responsible: '', timescale: '60' },
  ...{ verification: 'desktop', site: null, remark: '' },
};

/** What a shown line still lacks. A site that disagrees says why, and agrees to no action. */
export type Missing = 'what' | 'requirement' | 'action' | 'responsible' | 'site' | 'remark';
export function missingIn({ what, requirement, action, responsible, site, remark }: PlanLine): Missing[] {
  return [
    ...(what === '' ? (['what'] as const) : []),
    ...(requirement === '' ? (['requirement'] as const) : []),
    ...(action === '' ? (['action'] as const) : []),
    ...(responsible === '' ? (['responsible'] as const) : []),
    ...(site === null ? (['site'] as const) : []),
    ...(site === 'disagrees' && remark === '' ? (['remark'] as const) : []),
  ];
}

/** Whether a finding rests on what workers said alone: to show it can tell management who spoke. */
export const restsOnWorkers = ({ methods }: PlanFinding['value']): boolean =>
  methods.length > 0 && methods.every((method) => method === 'workers' || method === 'worker-representatives');

/** The lines that are shown, worst grade first. Independent of the order of entries. */
export function shownLines<Finding extends PlanFinding>(findings: readonly Finding[], lineOf: (finding: string) => PlanLine | null) {
  return [...findings]
    .sort((a, b) => findingGrades.indexOf(a.value.grade) - findingGrades.indexOf(b.value.grade) || (a.key < b.key ? -1 : 1))
    .flatMap((finding) => {
      const line = lineOf(finding.key);
      return line?.isShown ? [{ finding, line }] : [];
    });
}

/** The rows of a plan that is agreed on a day; null while a line lacks something. */
export function planRows(
  findings: readonly PlanFinding[],
  lineOf: (finding: string) => PlanLine | null,
  agreedOn: string,
): PlanRow[] | null {
  const rows = shownLines(findings, lineOf).map(({ finding, line: { isShown: _, site, ...line } }, index) =>
    site === null || missingIn({ ...line, isShown: true, site }).length > 0
      ? null
      : {
          ...line,
          ...{ finding: finding.key, no: index + 1, grade: finding.value.grade, dueOn: dueAfter(agreedOn, line.timescale), site },
        },
  );
  return rows.every((row) => row !== null) ? rows : null;
}

/** SHA-256, in hex, of a plan's RFC 8785 form: what both signatures are bound to. */
export async function planHash(plan: ClosingPlan): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalize(plan) ?? '');
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The signed plan that counts: the one of the highest version; of two devices that signed at once, the one with the smaller hash. */
export function newestPlan<Signed extends Pick<SignedPlan, 'plan' | 'hash'>>(signed: readonly Signed[]): Signed | null {
  const [newest] = [...signed].sort((a, b) => b.plan.version - a.plan.version || (a.hash < b.hash ? -1 : 1));
  return newest ?? null;
}

/** The findings whose rows are not what was signed: changed, added or no longer in the plan. Numbers and days follow from the rest. */
export function changedFindings(
  signed: ClosingPlan,
  findings: readonly PlanFinding[],
  lineOf: (finding: string) => PlanLine | null,
): string[] {
  const now = new Map(
    shownLines(findings, lineOf).map(({ finding, line }) => [finding.key, comparable({ ...line, grade: finding.value.grade })]),
  );
  const then = new Map(signed.rows.map((row) => [row.finding, comparable(row)]));
  return [...new Set([...now.keys(), ...then.keys()])].filter((key) => now.get(key) !== then.get(key)).sort();
}

const compared = ['grade', 'requirement', 'what', 'action', 'kind', 'responsible', 'timescale', 'verification', 'site', 'remark'] as const;
const comparable = (row: Record<(typeof compared)[number], string | null>): string => JSON.stringify(compared.map((name) => row[name]));
