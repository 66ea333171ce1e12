import { termId } from '~/suppliers/classification/term-key';
import { unreadColumns } from './pipeline/grain/unread-columns';
import { fixesFor } from './pipeline/repairs';
import type { ValidatedRow } from './pipeline/validate.server';
import type { BatchCounts, ChangeGroup, FixGroup, TermGroup } from './schema';

/** Pairs kept of each group of changes, and examples of each group of problems; the rest is counted. */
const shownPairs = 40;
const shownSamples = 3;
const longest = 160;
/** Distinct pairs looked at of each group. */
const mostPairs = 5_000;
/** Groups of words shown, and looked at. */
const shownTerms = 100;
const mostTerms = 5_000;

type Tally = Pick<
  BatchCounts,
  'rows' | 'valid' | 'warned' | 'invalid' | 'problems' | 'changes' | 'fixes' | 'terms' | 'termsMore' | 'unreadColumns'
>;

/** Adds up rows one by one: states, problems by kind, what can be fixed at once, changes by column. Memory grows with what is distinct. */
export function tallyRows(header: readonly string[]) {
  const states = { valid: 0, warned: 0, invalid: 0 };
  const problems = new Map<string, BatchCounts['problems'][number]>();
  const fixes = new Map<string, FixGroup>();
  const changes = new Map<string, Omit<ChangeGroup, 'pairs' | 'distinct'> & { pairs: Map<string, ChangeGroup['pairs'][number]> }>();
  const terms = new Map<string, TermGroup>();
  const unread = unreadColumns(header);
  let rows = 0;
  return {
    /** `cells`: the row as the file has it. */
    add(row: ValidatedRow, cells: readonly string[]): void {
      rows += 1;
      unread.add(row, cells);
      states[row.status] += 1;
      for (const problem of row.problems) {
        const key = `${problem.severity} ${problem.code}`;
        const kind = problems.get(key) ?? { code: problem.code, severity: problem.severity, count: 0 };
        kind.count += 1;
        problems.set(key, kind);
        const how = fixesFor(problem);
        const column = problem.column === null ? -1 : header.indexOf(problem.column);
        if (how.length === 0 || column < 0) continue;
        const fixKey = `${column} ${problem.code} ${how.join()}`;
        const group = fixes.get(fixKey) ?? { column, header: problem.column ?? '', code: problem.code, count: 0, how, samples: [] };
        group.count += 1;
        const value = String(problem.params.value ?? '').slice(0, longest);
        const suggestion = problem.params.suggestion ?? problem.params.readAs ?? null;
        if (group.samples.length < shownSamples && !group.samples.some((sample) => sample.value === value))
          group.samples.push({ value, suggestion: suggestion === null ? null : String(suggestion).slice(0, longest), row: row.rowNumber });
        fixes.set(fixKey, group);
      }
      for (const { field, text, isDecided, value, by, candidates } of row.terms) {
        const id = termId(field, text);
        const group = terms.get(id);
        if (group) group.count += 1;
        else if (terms.size < mostTerms)
          terms.set(id, {
            field,
            text: text.slice(0, longest * 2),
            count: 1,
            row: row.rowNumber,
            isDecided,
            value,
            by,
            candidates: [...candidates],
          });
      }
      for (const { column, field, reason, before, after } of row.changes) {
        const key = `${column} ${reason}`;
        const group = changes.get(key) ?? { column, field, reason, count: 0, pairs: new Map() };
        group.count += 1;
        const shown = { before: before.slice(0, longest), after: after.slice(0, longest) };
        const pair = group.pairs.get(`${shown.before}\u001f${shown.after}`);
        if (pair) pair.count += 1;
        else if (group.pairs.size < mostPairs)
          group.pairs.set(`${shown.before}\u001f${shown.after}`, { ...shown, count: 1, row: row.rowNumber });
        changes.set(key, group);
      }
    },
    result: (): Tally => ({
      rows,
      ...states,
      unreadColumns: unread.result(),
      problems: [...problems.values()].sort((a, b) => (a.severity === b.severity ? b.count - a.count : a.severity === 'error' ? -1 : 1)),
      fixes: [...fixes.values()].sort((a, b) => b.count - a.count),
      terms: [...terms.values()].sort((a, b) => urgency(a) - urgency(b) || b.count - a.count || a.row - b.row).slice(0, shownTerms),
      termsMore: Math.max(0, terms.size - shownTerms),
      changes: [...changes.values()]
        .map(({ pairs, ...group }) => ({
          ...group,
          distinct: pairs.size,
          pairs: [...pairs.values()].sort((a, b) => b.count - a.count || a.row - b.row).slice(0, shownPairs),
        }))
        .sort((a, b) => a.column - b.column || (a.reason < b.reason ? -1 : 1)),
    }),
  };
}

/** Unknown sectors first, then guesses of sectors, then goods, and last what was decided. */
function urgency({ field, isDecided, value }: TermGroup): number {
  if (isDecided) return 3;
  return field === 'product' ? 2 : value === null ? 0 : 1;
}
