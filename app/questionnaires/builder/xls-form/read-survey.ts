import type { DraftContent, DraftQuestion, DraftSection } from '../draft';
import type { GivenCondition } from './asked-when';
import { isDisabled } from './check-form';
import { isSiteField } from './conditions';
import { foreignQuestion } from './foreign-question';
import { sayUnread } from './foreign-options';
import type { FormRow } from './form-rows';
import { ownQuestion, ownScales, residueOf } from './own-question';
import { openReader, type ReadInto, type ReaderState } from './reader-state';
import { readType, type RowType } from './row-types';

export type SurveyRead = { sections: DraftSection[]; scales: DraftContent['scales']; words: DraftContent['scales'] };

type Open = { kind: 'section' | 'point' | 'fact' | 'group'; name: string; row: number; condition: GivenCondition | null };
/** A group of another form that became a section: where it begins, and the note that describes it. */
type Begun = { row: number; name: string; note?: number };
type Walk = { reader: ReaderState; open: Open[]; loose: DraftSection | null; begun: Map<DraftSection, Begun> };

/**
 * The sections and questions of a survey that was checked (`check-form`). Translations are filled in; what cannot be carried is said with its row. Each
 * group at the top is a section; questions outside of groups have one of their own.
 */
export function readSurvey(survey: readonly FormRow[], into: ReadInto): SurveyRead {
  const walk: Walk = { reader: openReader(into), open: [], loose: null, begun: new Map() };
  for (const row of survey) readRow(row, walk);
  const { reader, begun } = walk;
  const sections = reader.sections.filter((section) => {
    const from = begun.get(section);
    const isEmpty = from !== undefined && section.questions.length === 0;
    if (isEmpty) {
      reader.say('empty-group', from.row, section.title.en || from.name);
      if (from.note !== undefined) reader.say('note', from.note, section.summary.en);
      for (const words of Object.values(into.translations))
        for (const place of ['title', 'summary']) delete words[`${section.key}.${place}`];
    }
    return !isEmpty;
  });
  return { sections, scales: reader.scales, words: ownScales(into.lists.choices, reader.put) };
}

function readRow(row: FormRow, walk: Walk): void {
  const { reader, open } = walk;
  const name = (row.cells.name ?? '').trim();
  const text = (row.cells.type ?? '').trim();
  const type = readType(text);
  const residue = residueOf(row.cells.manumit);
  if (isDisabled(row)) reader.say('disabled', row.row, name);
  else if (text === '') reader.say('comment-row', row.row);
  else if (text === 'hidden' && isSiteField(name)) return;
  else if (type.kind === 'end') open.pop();
  else if (type.kind === 'begin' && residue?.type !== 'FACT') {
    if (residue) beginOwn(row, { residue, walk });
    else beginForeign(row, { type, walk });
  } else if (type.kind === 'note') readNote(row, walk);
  else if (open.at(-1)?.kind === 'fact') readFact(row, walk);
  else if (residue?.type !== undefined) readOwn(row, { residue, walk });
  else readForeign(row, { type, walk });
}

/** One of the facts that a question of ours asks for. */
function readFact({ cells, label }: FormRow, { reader }: Walk): void {
  const name = (cells.name ?? '').trim();
  const { facts, people } = reader.sections.at(-1)?.questions.at(-1) ?? {};
  const asked = facts?.find(({ key }) => name.endsWith(`.facts.${key}`)) ?? people?.find(({ key }) => name.endsWith(`.people.${key}`));
  if (asked) asked.text = reader.put(name, label);
}

function readForeign(row: FormRow, { type, walk }: { type: RowType; walk: Walk }): void {
  const { reader, open } = walk;
  const { cells } = row;
  const name = (cells.name ?? '').trim();
  const text = (cells.type ?? '').trim();
  // An order, and other answers in words, have no counterpart.
  const isTickList = type.kind === 'several' && !type.orOther && !/^rank\b/i.test(text);
  if (type.kind === 'gathered' || type.kind === 'choice' || (type.kind === 'several' && isTickList)) {
    const relevant = cells.relevant?.trim();
    const conditions = [...open.flatMap(({ condition }) => condition ?? []), ...(relevant ? [{ text: relevant, row: row.row }] : [])];
    add(foreignQuestion(type, { row, conditions, reader }), { row, walk });
  } else if (type.kind === 'several') reader.say('several-answers', row.row, `${name}: ${text}`);
  else if (type.kind === 'calculate') reader.say('unsupported-calculation', row.row, `${name}: ${cells.calculation?.trim() ?? ''}`);
  else if (type.kind !== 'setting') reader.say('unsupported-type', row.row, name === '' ? text : `${text} (${name})`);
}

/** A section or a point that we wrote. */
function beginOwn({ cells, label, row }: FormRow, { residue, walk }: { residue: Record<string, unknown>; walk: Walk }): void {
  const { reader, open } = walk;
  const name = (cells.name ?? '').trim();
  const { section: isSection, point: isPoint, ...rest } = residue;
  if (isPoint) {
    const section = reader.sections.at(-1);
    const point = { ...rest, key: name, title: reader.put(`${name}.title`, label), whyWeAsk: { en: '' } } as NonNullable<
      DraftSection['points']
    >[number];
    if (section) section.points = [...(section.points ?? []), point];
    open.push({ kind: 'point', name, row, condition: null });
    return;
  }
  reader.openSection(isSection ? name : reader.sectionKey(name), label, { residue: isSection ? rest : {} });
  open.push({ kind: 'section', name, row, condition: null });
}

type Group = { type: Extract<RowType, { kind: 'begin' }>; walk: Walk };

/** A group of another form. Its condition applies to each question in it. */
function beginForeign(row: FormRow, { type, walk }: Group): void {
  const { reader, open, begun } = walk;
  const name = (row.cells.name ?? '').trim();
  const relevant = row.cells.relevant?.trim();
  const title = Object.values(row.label)[0] ?? name;
  if (type.group !== 'group') reader.say(type.group === 'loop' ? 'unsupported-loop' : 'unsupported-repeat', row.row, title);
  const condition = relevant ? { text: relevant, row: row.row } : null;
  const isInside = open.some(({ kind }) => kind === 'section' || kind === 'group');
  if (isInside) reader.say('nested-group', row.row, title);
  else {
    const hasWords = Object.keys(row.label).length > 0;
    if (!hasWords) reader.say('no-label', row.row, name);
    const at = { sheet: reader.into.survey, row: row.row };
    begun.set(reader.openSection(reader.sectionKey(name), hasWords ? row.label : { en: name }, { at }), { row: row.row, name });
    walk.loose = null;
  }
  const said = [row.hint, row.guidance].flatMap((words) => Object.values(words))[0];
  if (said) reader.say('group-words', row.row, said);
  sayUnread(row, { reader, sheet: reader.into.survey });
  open.push({ kind: isInside ? 'group' : 'section', name, row: row.row, condition });
}

/** What a section or a point says before its first question; any other note has no place. */
function readNote(row: FormRow, { reader, open, begun }: Walk): void {
  const name = (row.cells.name ?? '').trim();
  const section = open.length === 0 ? undefined : reader.sections.at(-1);
  const place = open.at(-1);
  const from = section && begun.get(section);
  const hasPlace =
    section?.summary.en === '' &&
    section.questions.length === 0 &&
    open.length === 1 &&
    !row.cells.relevant?.trim() &&
    Object.keys(row.label).length > 0;
  if (section && name === `${section.key}.summary`) section.summary = reader.put(name, row.label);
  else if (place?.kind === 'point' && name === `${place.name}.whyWeAsk`) {
    const point = section?.points?.at(-1);
    if (point) point.whyWeAsk = reader.put(name, row.label);
  } else if (section && from && hasPlace) {
    section.summary = reader.put(`${section.key}.summary`, row.label, { sheet: reader.into.survey, row: row.row });
    from.note = row.row;
    const said = Object.values(row.label).find((text) => text.includes('${'));
    if (said) reader.say('reference-in-words', row.row, said);
  } else reader.say('note', row.row, Object.values(row.label)[0] ?? name);
}

function readOwn(row: FormRow, { residue, walk }: { residue: Record<string, unknown>; walk: Walk }): void {
  const { reader, open } = walk;
  const name = (row.cells.name ?? '').trim();
  const point = open.findLast(({ kind }) => kind === 'point')?.name;
  const options = reader.into.lists.choices.get(`choice_${name}`);
  const { question, lost } = ownQuestion({ row, residue, point, options, put: reader.put });
  if (lost) reader.say('unsupported-condition', row.row, lost);
  reader.remember(name, question);
  add([question], { row, walk });
  if (question.type === 'FACT') open.push({ kind: 'fact', name, row: row.row, condition: null });
}

/** Puts questions into the section that is open; those outside of groups into one of their own. */
function add(questions: readonly DraftQuestion[], { row, walk }: { row: FormRow; walk: Walk }): void {
  const { reader, open } = walk;
  if (questions.length === 0) return;
  if (open.length > 0) {
    reader.sections.at(-1)?.questions.push(...questions);
    return;
  }
  if (!walk.loose) {
    walk.loose = reader.openSection(reader.sectionKey(''), { en: reader.into.title || 'Questions' }, {});
    reader.say('ungrouped', row.row, walk.loose.title.en);
  }
  walk.loose.questions.push(...questions);
}
