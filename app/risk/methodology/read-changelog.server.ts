import text from '../../../scoring/CHANGELOG.md?raw';

/** One change of the method: engine, rules, parameters, tables or a questionnaire. `version` is the engine's, null where it stays. English, as written. */
export type MethodChangeRow = { version: string | null; kind: string; effectiveFrom: string; moves: string; reason: string };

/** The changes of the method as its changelog lists them, the newest first. Throws RangeError for a row that has not its five cells. */
export function readChangelog(source: string = text): MethodChangeRow[] {
  const rows = source
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return rows
    .map((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', ''));
      const [version, kind, effectiveFrom, moves, reason] = cells;
      if (cells.length !== 5 || !version || !kind || !effectiveFrom || !moves || !reason)
        throw new RangeError(`the changelog has a row "${line}"`);
      return { version: /^\d/.test(version) ? version : null, kind, effectiveFrom, moves, reason };
    })
    .reverse();
}
