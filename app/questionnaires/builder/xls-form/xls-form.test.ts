import { instrumentKeys, instrumentSchema } from '#scoring';
import { describe, expect, it, test } from 'vitest';
import { readInstrumentFile } from '../instrument-file.server';
import { writeInstrumentFile } from '../write-instrument-file';
import { releasedDraft } from '../start-draft.server';
import { readRelevant, withoutWhere, writeRelevant, writeWhere } from './conditions';
import { readXlsForm } from './read-xls-form.server';
import { writeXlsForm } from './write-xls-form.server';

/** A question as a form's condition names it. */
const v = (name: string): string => ['$', '{', name, '}'].join('');
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe.each(instrumentKeys())('%s', (key) => {
  const draft = releasedDraft(key);
  if (!draft) throw new Error(key);

  it('is read back unchanged from its XLSForm', async () => {
    const read = await readXlsForm(writeXlsForm(draft));
    if (read.kind !== 'read') throw new Error(JSON.stringify(read.remarks));
    expect(read.remarks).toEqual([]);
    expect(plain(read.draft.content)).toEqual(plain(draft.content));
    expect(read.draft.translations).toEqual(draft.translations);
    expect(read.draft.crosswalk).toEqual(draft.crosswalk);
    expect(instrumentSchema.safeParse(read.draft.content).success).toBe(true);
  });

  it('is read back unchanged from its JSON, and from the released file', async () => {
    const read = await readInstrumentFile(Buffer.from(writeInstrumentFile(draft)));
    expect(read).toMatchObject({ kind: 'read', draft: plain(draft) });
    expect(await readInstrumentFile(Buffer.from(JSON.stringify(draft.content)))).toMatchObject({
      kind: 'read',
      hasWords: false,
      hasPairs: false,
    });
  });
});

test('a condition is parsed from its text; anything beyond a comparison is not guessed', () => {
  const condition = { question: 'P1.Q1', unless: ['no', 'dont-know', 0] };
  expect(readRelevant(writeRelevant(condition))).toEqual({ question: 'P1.Q1', unless: ['no', 'dont-know', '0'] });
  expect(readRelevant(`not(selected(${v('a')}, 'x')) and ${v('a')} != "y"`)).toEqual({ question: 'a', unless: ['x', 'y'] });
  expect(readRelevant(`selected(${v('a')}, 'x') or ${v('a')} = 3`)).toEqual({ question: 'a', only: ['x', '3'] });
  for (const text of [`${v('a')} = 'x' or ${v('b')} = 'x'`, `${v('a')} > 3`, `${v('a')} = 'x' and ${v('a')} = 'y' or 1`, 'true()', ''])
    expect(readRelevant(text), text).toBeNull();
});

describe('the site facts a question applies to', () => {
  const some = { countries: ['BD', 'VN'], sectors: ['14'], some: ['foreignWorkers' as const] };

  it('are a condition on hidden fields, in which an empty one excludes nothing', () => {
    expect(writeWhere({ countries: ['BD'] })).toBe(`${v('manumit_country')} = '' or ${v('manumit_country')} = 'BD'`);
    expect(writeWhere({ some: ['foreignWorkers', 'internalMigrants'] })).toBe(
      `${v('manumit_foreignWorkers')} != 'none' or ${v('manumit_internalMigrants')} != 'none'`,
    );
    expect(withoutWhere(writeWhere(some), some)).toBe('');
    expect(withoutWhere(`(${v('A.Q1')} != 'no') and (${writeWhere(some)})`, some)).toBe(`${v('A.Q1')} != 'no'`);
  });

  it('are read back unchanged from an XLSForm and from JSON, beside a condition on another question', async () => {
    const draft = releasedDraft('ilo-ten-principles@1.0.0');
    if (!draft) throw new Error('no draft');
    const { content } = draft;
    const sections = content.sections.map((section, at) => ({
      ...section,
      ...(at === 0 ? { appliesTo: { countries: ['BD'] } } : {}),
      questions: section.questions.map((question, index) =>
        question.dependsOn || index === 1 ? { ...question, appliesTo: some } : question,
      ),
    }));
    expect(sections.flatMap(({ questions }) => questions).some(({ dependsOn, appliesTo }) => dependsOn && appliesTo)).toBe(true);
    const scoped = { ...draft, content: { ...content, sections } };
    const file = writeXlsForm(scoped);
    const read = await readXlsForm(file);
    if (read.kind !== 'read') throw new Error(JSON.stringify(read.remarks));
    expect(read.remarks).toEqual([]);
    expect(plain(read.draft.content)).toEqual(plain(scoped.content));
    const json = await readInstrumentFile(Buffer.from(writeInstrumentFile(scoped)));
    expect(json).toMatchObject({ kind: 'read', draft: plain(scoped) });
  });
});
