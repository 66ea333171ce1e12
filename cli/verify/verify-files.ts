import { readFile } from 'node:fs/promises';
import { checkFile, type FileChecked } from '~/features/report/check-file.server';
import { type ExitCode, exitCode } from '../assess/exit-codes';

type Report = Extract<FileChecked, { kind: 'report' }>;

/**
 * `manumit verify REPORT.pdf [REPORT.json]`: whether the contents give the hash they state, whether both files hold the same report, and whether the
 * signature covers the whole PDF. Needs no network and no database. Exit codes: 0 all of it holds, 1 something does not, 3 a file cannot be read.
 */
export async function verifyFiles(paths: readonly string[], say: (line: string) => void): Promise<ExitCode> {
  const reports: Report[] = [];
  for (const path of paths) {
    const checked = await readFile(path).then(checkFile, () => null);
    if (checked === null || checked.kind === 'no-report') {
      say(`${path}: ${checked === null ? 'this file cannot be read' : 'there is no report in this file'}.`);
      return exitCode.listRefused;
    }
    reports.push(checked);
    say(`${path}`);
    say(`  hash ${checked.hash}`);
    say(checked.isIntact ? '  OK: the contents give this hash.' : '  WRONG: the contents do not give this hash; they were changed.');
    for (const line of signatureLines(checked)) say(`  ${line}`);
  }
  const isSame = new Set(reports.map(({ hash }) => hash)).size === 1;
  if (reports.length > 1) say(isSame ? 'OK: both hold the same report.' : 'WRONG: the files hold different reports.');
  const holds = isSame && reports.every(({ isIntact, signature }) => isIntact && (signature?.kind !== 'found' || signature.isValid));
  return holds ? exitCode.done : exitCode.rowsLeftOut;
}

function signatureLines({ signature }: Report): string[] {
  if (signature === null) return [];
  if (signature.kind === 'none') return ['Not signed.'];
  if (!signature.isValid) return ['WRONG: the signature is not valid; the file was changed after it was signed.'];
  return [
    `OK: signed by ${signature.name ?? 'somebody without a name'}; the signature is valid and covers the whole file.`,
    `Certificate SHA-256 ${signature.fingerprint}: compare it with what the signer publishes.`,
  ];
}
