import { describe, expect, it } from 'vitest';
import { instrument, questionsOf } from '#scoring';
import { doubtsAmong, doubtsInGroup } from './alike';
import { doubtsOfFiles } from './files-shown';
import { doubtsOfOne } from './how-answered';
import { doubtsOverTime } from './over-time';
import type { AnswerGivenAt, AnswerPattern, OtherPattern, PatternBefore } from './pattern';
import { placeOfAnswer, shareOfAnswer } from './share-of-answer';

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

  it('doubts the first option throughout, though it is not always the best, and no answers that differ in a few lists', () => {
    const asked = questionsOf(instrument('workshop-core@1.0.0')).filter(({ options }) => options);
    const taking = (value: (question: (typeof asked)[number], index: number) => string) =>
      answers(asked.map(() => 0)).map((each, index) => {
        const question = asked[index];
        const given = question ? value(question, index) : '';
        const place = question && placeOfAnswer(question, given);
        return {
          ...each,
          value: given,
          share: question ? shareOfAnswer(question, given) : null,
          ...(place === undefined ? {} : { place }),
        };
      });
    const first = ({ options }: (typeof asked)[number]) => String(options?.[0]?.value);
    const line = taking(first);
    expect(new Set(line.map(({ share }) => share)).size).toBeGreaterThan(1);
    expect(kinds(given(line))).toContain('one-answer-throughout');
    const best = taking((question) =>
      question.type === 'TICKS' ? (question.options ?? []).map(({ value }) => value).join(' ') : first(question),
    );
    expect(best.filter(({ place }) => place === 0).length / best.length).toBeLessThan(0.9);
    const mixed = taking((question, index) => (question.options ?? [])[index % 3]?.value ?? first(question));
    expect(kinds(given(mixed))).not.toContain('one-answer-throughout');
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

  it('doubts one long note that three suppliers give', () => {
    const note = 'Workers can speak with the personnel office at any time.';
    const sharing = (name: string) =>
      other(
        name,
        answers([1, 1], 30, { note: '' }).map((each, at) => (at === 0 ? { ...each, note } : each)),
      );
    const own = given(answers([1, 0]).map((each, at) => (at === 0 ? { ...each, note } : each)));
    expect(doubtsAmong(own, [sharing('B'), sharing('C')])).toMatchObject([
      { kind: 'common-note', questions: ['Q1'], figures: { suppliers: 3 } },
    ]);
    expect(doubtsAmong(own, [sharing('B')])).toEqual([]);
  });

  it('doubts companies of one group with the same answers and notes, and not those without a note', () => {
    const many = [...honest, ...honest.slice(0, 8)];
    const noted = answers(many).map((each, at) => ({ ...each, note: at % 3 === 0 ? `Kept by shift ${at}` : '' }));
    expect(doubtsInGroup(given(noted), [other('Sister', noted)])).toMatchObject([
      { kind: 'same-in-group', others: [{ supplier: 'Sister' }] },
    ]);
    const apart = noted.map((each, at) => (at === 0 ? { ...each, note: 'Kept by line' } : each));
    expect(doubtsInGroup(given(noted), [other('Sister', apart)])).toEqual([]);
    expect(doubtsInGroup(given(answers(many)), [other('Sister', answers(many))])).toEqual([]);
  });
});

describe('what files say without being opened', () => {
  const file = { question: 'Q1', section: 'S0', sha256: 'a' };
  const of = (more: Partial<AnswerPattern['files'][number]>) =>
    doubtsOfFiles({ answers: [], submittedOn: '2026-11-20', files: [{ ...file, ...more }] }).map(({ kind }) => kind);
  it('doubts what had expired on the day of submission, and not what expired since', () => {
    expect(of({ validUntil: '2026-11-19' })).toEqual(['expired-evidence']);
    expect(of({ validUntil: '2026-11-20' })).toEqual([]);
  });
  it('doubts a picture too small to show a document, and no small document', () => {
    expect(of({ isPicture: true, sizeBytes: 9000 })).toEqual(['small-picture']);
    expect(of({ isPicture: true, sizeBytes: 90_000 })).toEqual([]);
    expect(of({ isPicture: false, sizeBytes: 9000 })).toEqual([]);
  });
});

describe('what changed since the questionnaire before', () => {
  const before: PatternBefore = { ...given(answers([0, 0.25, 0])), actedOn: [] };
  const now = given(answers([1, 0.75, 0.5]));
  const over = (pattern: AnswerPattern, was: PatternBefore) => doubtsOverTime(pattern, was, []);
  it('doubts answers two levels better, without a new file or a completed action', () => {
    expect(over(now, before)).toMatchObject([{ kind: 'better-without-evidence', questions: ['Q1', 'Q2', 'Q3'] }]);
    expect(over({ ...now, files: [{ question: 'Q1', section: 'S0', sha256: 'new' }] }, { ...before, actedOn: ['Q2', 'Q3'] })).toEqual([]);
    expect(
      over(
        { ...now, files: [{ question: 'Q1', section: 'S0', sha256: 'old' }] },
        { ...before, files: [{ question: 'Q1', section: 'S0', sha256: 'old' }], actedOn: ['Q2', 'Q3'] },
      ),
    ).toHaveLength(1);
  });
  it('doubts questions that are left out since a group is gone, and shares that exceed the workforce', () => {
    expect(doubtsOverTime(now, null, [{ fact: 'foreignWorkers', questions: ['P5.Q7', 'P5.Q8'] }])).toMatchObject([
      { kind: 'fewer-questions', figures: { questions: 2 } },
    ]);
    expect(doubtsOverTime({ ...now, shares: { migrantShare: 70, internalMigrantShare: 40 } }, null, [])).toMatchObject([
      { kind: 'shares-over-all', figures: { percent: 110 } },
    ]);
    expect(doubtsOverTime({ ...now, shares: { migrantShare: 70, agencyShare: 70 } }, null, [])).toEqual([]);
  });
});
