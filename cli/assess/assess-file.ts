import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { engineVersion } from '#scoring';
import { problemText } from '~/suppliers/import/labels';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { ownTableLine, type OwnTable, readOwnTable, tableRemarkLine } from '../tables/read-own-table';
import { buildListReport, printed } from '~/risk/supplier-report/list-report/model.server';
import { renderListReport } from '~/risk/supplier-report/list-report/render.server';
import program from '../../package.json';
import type { AssessArguments } from './arguments';
import { type AssessedList, assessList } from './assess-list';
import { type ExitCode, exitCode } from './exit-codes';
import { type Heading, scoresAsCsv, scoresAsJson } from './scores-as-text';
import { freshnessLines, guessLine, highestLines, problemLine, quoted, refusalText, remarkLines, type Terminal } from './terminal';

/** Rows that are named one by one before the rest is only counted. */
const namedRows = 50;

/** Reads a list, scores it, and writes the requested output. Errors of list and folder give a message and an exit code. */
export async function assessFile(given: AssessArguments, terminal: Terminal): Promise<ExitCode> {
  overwriteGetLocale(() => given.language);
  const name = given.file === '-' ? 'standard input' : path.basename(given.file);
  terminal.progress(`Reading ${quoted(name)} …`);
  const bytes = await readList(given.file);
  if (bytes instanceof Error) {
    terminal.note(`${quoted(given.file)} cannot be read: ${bytes.message}`);
    return exitCode.listRefused;
  }
  const own = await readOwnTables(given, terminal);
  if (!Array.isArray(own)) return own;
  const list = await scoreList(bytes, { ...given, hashes: own.map(({ edition }) => edition.hash) }, terminal);
  if (typeof list === 'string') {
    terminal.note(list);
    return exitCode.usage;
  }
  if (!list.ok) {
    terminal.note(`${quoted(name)} cannot be assessed. ${refusalText(list)}`);
    return list.kind === 'file' || list.kind === 'no-name-column' ? exitCode.listRefused : exitCode.usage;
  }
  sayWhatWasRead(list, terminal);
  const heading: Heading = { list: name, program: program.version, engineVersion, ownTables: own };
  if (given.out !== null) {
    const failure = await writeResults({ list, heading, given, out: given.out, terminal });
    if (failure !== null) {
      terminal.note(`The results cannot be written: ${failure.message}`);
      return exitCode.notWritten;
    }
  }
  if (given.isJson) {
    const failure = await print(scoresAsJson(list, heading));
    if (failure !== null) return exitCode.notWritten;
  }
  return list.refused > 0 || own.some(({ refused }) => refused > 0) ? exitCode.rowsLeftOut : exitCode.done;
}

/** The editions that were named, each with what was read of it said; the exit code where one cannot be read. */
async function readOwnTables({ ownTables, asOf }: AssessArguments, terminal: Terminal): Promise<OwnTable[] | ExitCode> {
  const read: OwnTable[] = [];
  for (const given of ownTables) {
    const result = await ofDay(asOf, () => readOwnTable(given, asOf));
    if (typeof result === 'string') {
      terminal.note(result);
      return exitCode.usage;
    }
    const name = path.basename(given.file);
    const remarks = result.ok ? result.table.remarks : result.remarks;
    for (const remark of remarks.slice(0, namedRows)) terminal.note(tableRemarkLine(name, remark));
    if (remarks.length > namedRows) terminal.note(`… and ${remarks.length - namedRows} more remarks on ${quoted(name)}.`);
    if (!result.ok) {
      terminal.note(result.reason);
      return exitCode.listRefused;
    }
    terminal.note(`Own table: ${ownTableLine(result.table)}`);
    read.push(result.table);
  }
  return read;
}

/** The method rejects days before its first numbers by RangeError: reported as a message. */
async function ofDay<Result>(asOf: string, run: () => Promise<Result>): Promise<Result | string> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof RangeError) return `--as-of ${asOf}: ${error.message}.`;
    throw error;
  }
}

async function readList(file: string): Promise<Uint8Array | Error> {
  try {
    if (file !== '-') return await readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The scored list, why it was refused, or a message why it cannot be scored on that day. */
function scoreList(bytes: Uint8Array, given: AssessArguments & { hashes: string[] }, terminal: Terminal) {
  const { asOf, sheet, columns, defaults, isStrict, hashes } = given;
  const onProgress = (done: number, total: number) => terminal.progress(`Scored ${done} of ${total} suppliers …`);
  return ofDay(asOf, () => assessList(bytes, { asOf, sheet, columns, defaults, isStrict, ownTables: hashes, onProgress }));
}

function sayWhatWasRead(list: AssessedList, terminal: Terminal): void {
  const columns = list.columns.map(({ header, field }) => `${quoted(header)} as ${field}`);
  terminal.note(`Columns: ${columns.join(', ')}`);
  const refused = list.problems.filter(({ severity }) => severity === 'error');
  for (const problem of refused.slice(0, namedRows)) terminal.note(`Left out: ${problemLine(problem)}`);
  if (refused.length > namedRows) terminal.note(`… and ${refused.length - namedRows} more; the JSON names all.`);
  for (const line of remarkLines(list.problems)) terminal.note(`Remark: ${line}`);
  for (const guess of list.guesses.slice(0, namedRows)) terminal.note(guessLine(guess));
  if (list.guesses.length > namedRows) terminal.note(`… and ${list.guesses.length - namedRows} more guesses; the JSON names all.`);
  const scored = list.suppliers.filter(({ result }) => result.status === 'scored').length;
  terminal.note(
    `Rows: ${list.rows}, left out ${list.refused}. Suppliers: ${list.suppliers.length}, scored ${scored}, not scored ${list.suppliers.length - scored}. As of ${list.asOf}.`,
  );
  for (const line of highestLines(list.suppliers)) terminal.note(line);
  for (const line of freshnessLines(list.lists)) terminal.note(line);
}

type ToWrite = { list: AssessedList; heading: Heading; given: AssessArguments; out: string; terminal: Terminal };

/** Writes the three files, each whole or not at all. Answers why it could not, null when it could. */
async function writeResults({ list, heading, given, out, terminal }: ToWrite): Promise<Error | null> {
  terminal.progress('Drawing the report …');
  const pdf = await renderListReport(
    buildListReport({
      locale: given.language,
      asOf: list.asOf,
      engineVersion,
      list: { name: heading.list, sha256: list.sha256, sheet: list.sheet, rows: list.rows, refused: list.refused, warned: list.warned },
      suppliers: list.suppliers,
      ownTables: heading.ownTables.map(({ sha256, edition }) => ({ hash: edition.hash, sha256 })),
      refusedFirst: list.problems
        .filter(({ severity }) => severity === 'error')
        .slice(0, printed.refused)
        .map((problem) => ({ row: problem.row, column: problem.column, text: problemText(problem) })),
    }),
  );
  const stem = given.file === '-' ? 'list' : path.parse(given.file).name;
  const contents = { csv: scoresAsCsv(list, heading), json: scoresAsJson(list, heading), pdf };
  try {
    await mkdir(out, { recursive: true });
    for (const [kind, content] of Object.entries(contents)) {
      const file = path.join(out, `${stem}-scores.${kind}`);
      const unfinished = `${file}.unfinished`;
      try {
        await writeFile(unfinished, content);
        await rename(unfinished, file);
      } finally {
        await rm(unfinished, { force: true });
      }
      terminal.note(`Wrote ${quoted(file)}`);
    }
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error;
    throw error;
  }
}

/** Writes to the standard output as fast as it is taken. Answers why it could not. A reader who has had enough (`| head`) is no failure. */
async function print(pieces: Iterable<string>): Promise<Error | null> {
  let failure: (Error & { code?: string }) | null = null;
  process.stdout.on('error', (error) => {
    failure = error;
  });
  for (const piece of pieces) {
    if (failure !== null) break;
    if (!process.stdout.write(piece))
      await Promise.race(['drain', 'error', 'close'].map((event) => new Promise((resolve) => process.stdout.once(event, resolve))));
  }
  await new Promise<void>((resolve) => (failure === null ? process.stdout.write('', () => resolve()) : resolve()));
  const ended: (Error & { code?: string }) | null = failure;
  return ended === null || (ended as { code?: string }).code === 'EPIPE' ? null : ended;
}
