import { readFile } from 'node:fs/promises';
import '~/registrations.server';
import { checkFile } from '~/documents/verification/check-file.server';
import type { ReportChecked } from '~/documents/verification/file-checked';
import { fileStatements, type Statement } from '~/documents/verification/file-statements';
import { judgeFile, type Verdict } from '~/documents/verification/judge-file';
import { type ExitCode, exitCode } from '../assess/exit-codes';

const marks: Record<Statement['tone'], string> = { good: 'OK', bad: 'WRONG', open: 'OPEN', note: 'NOTE' };
const worstFirst: readonly Verdict[] = ['differs', 'open', 'consistent', 'as-issued'];

/**
 * `manumit verify REPORT.pdf [REPORT.json]`: whether the file is signed, whether its pages and all other parts are those rendered from its data, and whether
 * both files contain the same report. `fingerprint`: of the key that must have signed. Needs no network and no database, so it never says who issued a report
 * unless that key is given. Exit codes: 0 every comparison matches, 1 one does not, 3 a file cannot be read, 6 a necessary comparison was impossible.
 */
export async function verifyFiles(
  paths: readonly string[],
  { fingerprint }: { fingerprint: string | null },
  say: (line: string) => void,
): Promise<ExitCode> {
  const hashes = new Set<string>();
  const verdicts: Verdict[] = [];
  for (const path of paths) {
    const checked = await readFile(path).then(checkFile).catch(notReadable);
    if (checked === null || checked.kind === 'no-report') {
      say(`${path}: ${checked === null ? 'this file cannot be read' : 'this file contains no report'}.`);
      return exitCode.listRefused;
    }
    hashes.add(checked.hash);
    say(path);
    say(`  hash ${checked.hash}`);
    verdicts.push(sayWhatWasFound(checked, { fingerprint }, say));
  }
  if (paths.length > 1) say(hashes.size === 1 ? 'OK: both files contain the same report.' : 'WRONG: the files contain different reports.');
  const verdict = hashes.size > 1 ? 'differs' : worstFirst.find((each) => verdicts.includes(each));
  if (verdict === 'differs') return exitCode.rowsLeftOut;
  return verdict === 'open' ? exitCode.notEstablished : exitCode.done;
}

/** Says what was found in one file, a line each, and answers what follows from it. */
export function sayWhatWasFound(
  checked: ReportChecked,
  { fingerprint }: { fingerprint: string | null },
  say: (line: string) => void,
): Verdict {
  const judged = judgeFile(checked, { issued: null, fingerprint });
  for (const { tone, title, lines } of fileStatements(checked, judged, { issued: null, isExpected: fingerprint !== null, locale: 'en' })) {
    say(`  ${marks[tone]}: ${title}.`);
    for (const line of lines) say(`      ${line}`);
  }
  return judged.verdict;
}

/** A file that is not there or may not be opened, or one nested so deeply that reading it fills the stack; any other error is a fault of the program. */
function notReadable(error: unknown): null {
  if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return null;
  throw error;
}
