import { type ListFreshness, tableTitle } from '#scoring';
import { bandLabel } from '~/documents/charts/labels';
import { wordListName } from '~/suppliers/classification/term-words';
import { getLocale } from '~/paraglide/runtime';
import { m } from '~/paraglide/messages';
import type { FileProblem, Problem } from '~/suppliers/import/pipeline/problems';
import { fileProblemText, problemKind, problemText } from '~/suppliers/import/labels';
import { verdictSentence } from '~/documents/charts/odds-labels';
import { shownScore } from '~/ui/shown-score';
import type { AssessedSupplier, ListRefused, WordGuess } from './assess-list';

/** Where the command speaks: `note` a line, `progress` a line that is written over, on terminals only. */
export type Terminal = { note: (line: string) => void; progress: (line: string) => void };

export function openTerminal(stream: NodeJS.WriteStream): Terminal {
  let isOpen = false;
  const clear = () => {
    if (isOpen) stream.write('\r\u001b[K');
    isOpen = false;
  };
  return {
    note: (line) => {
      clear();
      stream.write(`${line}\n`);
    },
    progress: (line) => {
      if (!stream.isTTY) return;
      clear();
      if (line === '') return;
      stream.write(line);
      isOpen = true;
    },
  };
}

/** A text of the list in quotes, without characters that would steer a terminal. */
export const quoted = (text: string): string => `"${plain(text)}"`;
const plain = (text: string) => text.replace(/\p{Cc}+/gu, ' ');

/** Why a list was refused, and what to do about it. */
export function refusalText(refused: ListRefused): string {
  switch (refused.kind) {
    case 'file':
      return fileText(refused.problem);
    case 'no-such-sheet':
      return refused.sheets.length === 0
        ? 'It has no sheets.'
        : `It has no such sheet; there are ${refused.sheets.map(quoted).join(', ')}.`;
    case 'no-such-column':
      return `It has no column ${quoted(refused.header)}; there are ${refused.headers.map(quoted).join(', ')}.`;
    case 'repeated-field':
      return `More than one column is taken for ${refused.fields.join(', ')}: choose with --column HEADER=FIELD, or --column HEADER=ignore.`;
    case 'no-name-column':
      return `No column holds names of suppliers or sites; there are ${refused.headers.map(quoted).join(', ')}. Say which with --column HEADER=supplierName.`;
  }
}

const fileText = ({ code, params }: FileProblem): string => plain(fileProblemText(code, params));

/** "row 12, column "Country": …" */
export function problemLine(problem: Problem): string {
  const row = problem.row === null ? 'whole list' : `row ${problem.row}`;
  const column = problem.column === null ? '' : `, column ${quoted(problem.column)}`;
  return `${row}${column}: ${plain(problemText(problem))}`;
}

/** Every kind of remark that does not leave a row out, with how often it was made, the most frequent first. */
export function remarkLines(problems: readonly Problem[]): string[] {
  const counts = new Map<Problem['code'], number>();
  for (const { code, severity } of problems) if (severity === 'warning') counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code, count]) => `${problemKind(code)}: ${count}`);
}

/** "Guess: "Cotton shirts" as sector 14, by "shirt" in the list of common words (12 cells)". */
export function guessLine({ field, words, value, by, source, cells }: WordGuess): string {
  const what = field === 'sector' ? `sector ${value}` : `listed good ${quoted(value)}`;
  return `Guess: ${quoted(words)} as ${what}, by ${quoted(by)} in ${plain(wordListName(source))} (${cells} ${cells === 1 ? 'cell' : 'cells'})`;
}

const mostHighest = 5;

/** The highest scores of a list, each with its interval, its range of places and what it means; none where nothing is scored. */
export function highestLines(suppliers: readonly AssessedSupplier[]): string[] {
  const scored = suppliers.flatMap(({ result, ...rest }) => (result.status === 'scored' ? [{ ...rest, result }] : []));
  const highest = [...scored].sort((a, b) => b.result.score - a.result.score || a.row - b.row).slice(0, mostHighest);
  return highest.map(({ row, name, place, result }) => {
    const { score, low, high, band, probability } = result;
    const range = place === null || place.best === place.worst ? place?.best : `${place.best} to ${place.worst}`;
    const places = range === undefined ? '' : `, place ${range} of ${scored.length}`;
    const figures = `${shownScore(score)} (${shownScore(low)} to ${shownScore(high)}), ${bandLabel(band)}${places}`;
    return `Highest: ${quoted(name)} (row ${row}): ${figures}. ${verdictSentence({ exact: score, probability: probability.point })}`;
  });
}

/** Until when each list of enforcement is complete and how many changes are probably missing, and what to do about it where some are. */
export function freshnessLines(lists: readonly ListFreshness[]): string[] {
  const lines = lists.map(({ list, completeTo, rhythmDays, likelyMissed }) => {
    const missed = likelyMissed > 0 && rhythmDays !== null ? ` ${m.alerts_lists_missed({ count: likelyMissed, days: rhythmDays })}` : '';
    return `Enforcement list: ${tableTitle(list, getLocale())}: ${m.alerts_lists_complete({ date: completeTo })}${missed}`;
  });
  return lists.some(({ likelyMissed }) => likelyMissed > 0) ? [...lines, m.alerts_lists_check()] : lines;
}
