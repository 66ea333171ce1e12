import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardPaperInput } from '../../../tests/reports/board-paper-input';
import { m } from '~/paraglide/messages';
import { gapLabel, stateLabel } from './labels';
import { arrangeBoardPaper, type BoardPaperInput } from './model';
import { actionStates, type BoardPaperContent, boardPaperContentSchema, isLate, mostActions, mostChanges } from './schema';
import { figureEntries, stateCause, stateOverdue } from './state-figures';
import { stateChanges, stateFinding } from './state-finding';

const some = fc.nat({ max: 3 });
const change = fc.record({
  ...{
    name: fc.constant('Supplier'),
    from: fc.nat({ max: 100 }),
    to: fc.nat({ max: 100 }),
    on: fc.constant('2026-11-24'),
  },
  ...{ cause: fc.constant('Site added'), isSinceFirst: fc.boolean() },
});
const action = fc.record({
  ...{
    text: fc.constant('Return passports'),
    supplier: fc.constant('Supplier'),
    owner: fc.constant(null),
  },
  ...{
    dueOn: fc.constantFrom('2026-11-20', '2026-11-30', '2026-12-09'),
    state: fc.constantFrom(...actionStates),
  },
});

/** Inputs as the records give them: what is overdue counts the actions and tasks of the list, matches are those of the alerts. */
const inputs = fc
  .record({
    ...{
      actions: fc.array(action, { maxLength: 9 }),
      changes: fc.array(change, { maxLength: 9 }),
    },
    ...{
      questionnaires: some,
      findings: some,
      confirmed: some,
      unconfirmed: some,
      moreBans: some,
      other: some,
      critical: some,
    },
  })
  .map(({ actions, changes, questionnaires, findings, confirmed, unconfirmed, moreBans, other, critical }): BoardPaperInput => {
    const due = actions.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
    const late = due.filter((each) => isLate(each, boardPaperInput.asOf));
    const tasks = late.filter(({ state }) => state === 'task').length;
    const matches = { importBan: unconfirmed + moreBans, other };
    return {
      ...boardPaperInput,
      ...{
        banned: confirmed + unconfirmed,
        bannedToConfirm: unconfirmed,
        matches,
      },
      ...{
        critical: {
          count: critical,
          since: critical === 0 ? null : '2026-08-06',
        },
      },
      overdue: {
        questionnaires,
        findings,
        actions: late.length - tasks,
        tasks,
      },
      gaps: [
        {
          kind: 'names-to-confirm',
          count: matches.importBan + matches.other,
          of: 61,
        },
      ],
      actions: { total: due.length, shown: due.slice(0, mostActions) },
      changes: {
        total: changes.length,
        shown: changes.slice(0, mostChanges),
      },
    };
  });

/** Every sentence of both pages that states a number, with the figure before its label. */
const sentencesOf = (paper: BoardPaperContent): string[] => [
  ...[stateFinding(paper), stateChanges(paper)].flatMap((sentence) => sentence.split('; ')),
  ...figureEntries(paper).map(([value, label]) => `${value} ${label}`),
  ...paper.gaps.map((gap) => gapLabel(gap, paper)),
  ...paper.changes.shown.map((each) => stateCause(each, 'en')),
  ...paper.actions.shown.map((each) => stateLabel(each, { asOf: paper.asOf, say: { locale: 'en' } })),
  ...(paper.changes.total === 0 ? [m.board_paper_changes_none({ date: paper.since }, { locale: 'en' })] : []),
  ...(paper.actions.total === 0 ? [m.board_paper_actions_none({}, { locale: 'en' })] : []),
  stateOverdue(paper) ?? '',
];

const number = (word: string | undefined) => (word === undefined || /^no$/i.test(word) ? 0 : /^one$/i.test(word) ? 1 : Number(word));
/** The numbers that sentences state where they match, each once. */
function stated(sentences: readonly string[], pattern: RegExp): number[] {
  const found = sentences.flatMap((sentence) => [...sentence.matchAll(pattern)].map(([, word]) => number(word)));
  return [...new Set(found)].toSorted((a, b) => a - b);
}
const only = (count: number) => [[], [count]];

test('whatever the records are, no two sentences of a paper state different numbers of the same', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const paper = arrangeBoardPaper(input);
      const sentences = sentencesOf(paper);
      const { overdue, matches, actions, changes } = input;
      const dates = overdue.questionnaires + overdue.findings + overdue.actions + overdue.tasks;
      expect(stated(sentences, /(\w+) dates? (?:is |are )?overdue/gi)).toEqual([dates]);
      // Each kind is stated on both pages, or on neither.
      for (const [kind, count] of [
        ['questionnaires?', overdue.questionnaires],
        ['findings?(?=[,.]|$)', overdue.findings],
        ['corrective actions?(?! or)', overdue.actions],
        ['tasks?(?=[,.]|$)', overdue.tasks],
      ] as const)
        expect(stated(sentences, new RegExp(`(\\d+) ${kind}`, 'g'))).toEqual(count === 0 ? [] : [count]);
      if (actions.total === 0) expect(sentences.join('\n')).not.toMatch(/\d tasks?\b|\d corrective action/);
      expect(sentences.filter((sentence) => /days? late/.test(sentence)).length).toBeLessThanOrEqual(overdue.actions + overdue.tasks);

      expect(only(input.bannedToConfirm)).toContainEqual(
        stated(sentences, /(\w+) (?:suppliers? (?:is|are) under an import-ban alert )?only by matches/gi),
      );
      expect(only(matches.importBan + matches.other)).toContainEqual(
        stated(sentences, /(\w+) name or region match(?:es)? (?:is|are) to be confirmed/gi),
      );
      expect(only(matches.importBan)).toContainEqual(stated(sentences, /import bans: (\d+)/g));
      // Page 1 names matches to be confirmed only where page 2 counts them.
      if (matches.importBan + matches.other === 0) expect(sentences.join('\n')).not.toContain('to be confirmed');

      expect(stated(sentences, /(\w+) scores? changed/gi)).toEqual([changes.total]);
    }),
    { numRuns: 300 },
  );
});

test('a paper whose sentences would state different numbers is refused', () => {
  const paper = arrangeBoardPaper(boardPaperInput);
  const { figures } = paper;
  const refused = (changed: Partial<BoardPaperContent>) =>
    boardPaperContentSchema.safeParse({ ...paper, ...changed }).error?.issues.map(({ message }) => message);
  expect(refused({ figures: { ...figures, overdue: 2 } })).toEqual(['the overdue dates do not agree']);
  expect(refused({ actions: { total: 0, shown: [] } })).toEqual(['the open actions and tasks do not agree']);
  expect(refused({ gaps: [] })).toEqual(['the matches to be confirmed do not agree']);
  expect(refused({ figures: { ...figures, matches: { importBan: 0, other: 1 } } })).toEqual([
    'the import-ban matches to be confirmed do not agree',
  ]);
  expect(refused({ figures: { ...figures, overdueBy: undefined } })).toEqual(['the figures by kind do not agree']);
});

test('a paper of before states the totals that it was issued with', () => {
  const { figures, changes, ...paper } = arrangeBoardPaper(boardPaperInput);
  const { overdueBy: _, matches: __, ...before } = figures;
  const read = boardPaperContentSchema.parse({
    ...paper,
    figures: before,
    changes,
  });
  expect(figureEntries(read).map((entry) => entry.join(' '))).toEqual(
    expect.arrayContaining(['2 suppliers under an import-ban alert; 1 to be confirmed', '7 tasks overdue']),
  );
  expect(read.figures).toEqual(before);
  expect(stateOverdue(read)).toBeNull();
});

test('questionnaires and findings that are overdue are not called tasks', () => {
  const paper = arrangeBoardPaper({
    ...boardPaperInput,
    ...{
      overdue: { questionnaires: 2, findings: 0, actions: 0, tasks: 0 },
      actions: { total: 0, shown: [] },
    },
  });
  expect(figureEntries(paper).at(-1)).toEqual(['2', 'dates overdue: 2 questionnaires']);
  expect(stateOverdue(paper)).toBe('Overdue on 30 Nov 2026: 2 questionnaires.');
});
