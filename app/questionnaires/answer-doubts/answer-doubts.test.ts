import { describe, expect, it } from 'vitest';
import { doubtsAmong } from './alike';
import { doubtsOfOne } from './how-answered';
import type { AnswerGivenAt, AnswerPattern, OtherPattern } from './pattern';

const start = Date.parse('2026-11-20T08:00:00Z');
/** Answers with these places on their scale, a number of seconds apart. */
const answers = (
  shares: readonly number[],
  seconds: number | ((index: number) => number) = 30,
  more: Partial<AnswerGivenAt> = {},
): AnswerGivenAt[] =>
  shares.map((share, index) => ({
    question: `Q${index + 1}`,
    section: `S${Math.floor(index / 5)}`,
    value: share,
    share,
    note: '',
    answeredAt: new Date(start + (typeof seconds === 'number' ? index * seconds : seconds(index)) * 1000),
    ...more,
  }));
const given = (list: AnswerGivenAt[], files: AnswerPattern['files'] = []): AnswerPattern => ({ answers: list, files });
const kinds = (pattern: AnswerPattern) => doubtsOfOne(pattern).map(({ kind }) => kind);
/** Twenty-four answers as an honest supplier gives them: mixed, and read. */
const honest = [1, 0.5, 1, 0, 1, 1, 0.5, 0.5, 1, 0, 0, 1, 0.5, 1, 1, 0, 0.5, 1, 0, 1, 1, 0.5, 0, 1];

describe('how one response was answered', () => {
  it('raises nothing against mixed answers that were read', () => {
    expect(kinds(given(answers(honest)))).toEqual([]);
  });

  it('doubts answers faster than reading, by the median, and not those that were saved together', () => {
    expect(kinds(given(answers(honest, 2)))).toEqual(['faster-than-reading']);
    expect(kinds(given(answers(honest, 5)))).toEqual([]);
    expect(kinds(given(answers(honest, 0)))).toEqual([]);
    expect(kinds(given(answers(honest, (index) => (index < 10 ? index * 2 : 1000))))).toEqual([]);
  });

  it('doubts one answer throughout, or in a long row, whose questions it names', () => {
    const half = honest.map(() => 0.5);
    expect(kinds(given(answers(half)))).toEqual(['one-answer-throughout']);
    const row = [...honest.slice(0, 9), ...Array<number>(15).fill(0.5)];
    const [doubt] = doubtsOfOne(given(answers(row)));
    expect(doubt).toMatchObject({ kind: 'one-answer-throughout', figures: { same: 15, of: 24 } });
    expect(doubt?.questions).toEqual(Array.from({ length: 15 }, (_, index) => `Q${index + 10}`));
  });

  it('notes a pattern of two or three', () => {
    expect(kinds(given(answers(Array.from({ length: 20 }, (_, index) => index % 2))))).toEqual(['repeating-pattern']);
    expect(kinds(given(answers(Array.from({ length: 21 }, (_, index) => (index % 3) / 2))))).toEqual(['repeating-pattern']);
  });

  it('doubts perfect answers with nothing to show, until files or a note show something', () => {
    const best = honest.map(() => 1);
    const files = ['a', 'b', 'c'].map((sha256, index) => ({ question: `Q${index + 1}`, section: 'S0', sha256 }));
    expect(kinds(given(answers(best)))).toContain('perfect-without-evidence');
    expect(kinds(given(answers(best), files))).not.toContain('perfect-without-evidence');
    expect(kinds(given(answers(best, 30, { note: 'See the policy of 2025.' })))).not.toContain('perfect-without-evidence');
  });

  it('notes one file behind three sections', () => {
    const files = ['Q1', 'Q6', 'Q11'].map((question, index) => ({ question, section: `S${index}`, sha256: 'same' }));
    expect(kinds(given(answers(honest), files))).toEqual(['file-in-many-sections']);
    expect(kinds(given(answers(honest), files.slice(0, 2)))).toEqual([]);
  });

  it('doubts a worst answer that became the best within a day of being sent back, without a file', () => {
    const list = answers(honest);
    const sentBack = { question: 'Q1', sentBackAt: new Date(start - 3_600_000), shareBefore: 0 };
    expect(doubtsOfOne(given(list), [sentBack]).map(({ kind }) => kind)).toEqual(['better-once-sent-back']);
    expect(doubtsOfOne(given(list), [{ ...sentBack, shareBefore: 0.5 }])).toEqual([]);
    expect(doubtsOfOne(given(list), [{ ...sentBack, sentBackAt: new Date(start - 30 * 3_600_000) }])).toEqual([]);
    expect(doubtsOfOne(given(list, [{ question: 'Q1', section: 'S0', sha256: 'a' }]), [sentBack])).toEqual([]);
  });
});

describe('what a response shares with those of others', () => {
  const other = (name: string, list: AnswerGivenAt[], files: AnswerPattern['files'] = []): OtherPattern => ({
    ...given(list, files),
    responseId: name,
    supplier: name,
  });
  const good = honest.map(() => 1);
  const peers = ['A', 'B', 'C', 'D', 'E'].map((name) => other(name, answers(good)));

  it('does not doubt equal answers of suppliers that all work well', () => {
    expect(doubtsAmong(given(answers(good)), peers)).toEqual([]);
  });

  it('doubts rare answers that are all the same as those of one other supplier, and names it', () => {
    const [doubt, ...more] = doubtsAmong(given(answers(honest)), [...peers, other('Twin', answers(honest))]);
    expect(more).toEqual([]);
    expect(doubt).toMatchObject({ kind: 'same-answers', others: [{ responseId: 'Twin', supplier: 'Twin' }] });
    expect(doubtsAmong(given(answers(honest)), [...peers, other('Near', answers([0, ...honest.slice(1)]))])).toEqual([]);
  });

  it('doubts two long notes of the same wording, whatever their spaces and capitals', () => {
    const note = 'Our policy was approved by the board in March 2025.';
    const own = answers(honest, 30, { note });
    const theirs = answers(good, 30, { note: note.toUpperCase().replace(' ', '  ') });
    expect(doubtsAmong(given(own), [other('B', theirs)])).toMatchObject([{ kind: 'same-notes', others: [{ supplier: 'B' }] }]);
    expect(doubtsAmong(given(answers(honest, 30, { note: 'Yes.' })), [other('B', answers(good, 30, { note: 'Yes.' }))])).toEqual([]);
  });

  it('doubts a file that another supplier shows too', () => {
    const files = [{ question: 'Q2', section: 'S0', sha256: 'payroll' }];
    const found = doubtsAmong(given(answers(honest), files), [
      other('B', answers(good), [{ sha256: 'payroll', section: 'S0', question: 'Q9' }]),
      ...peers,
    ]);
    expect(found).toEqual([{ kind: 'same-file', questions: ['Q2'], figures: { files: 1 }, others: [{ responseId: 'B', supplier: 'B' }] }]);
  });
});
