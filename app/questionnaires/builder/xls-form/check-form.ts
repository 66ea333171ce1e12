import { type ChoiceLists, choiceName } from './choice-lists';
import type { FormRow, FormSheet } from './form-rows';
import { type Remark, type RemarkCode, remark } from './remarks';
import { type GroupKind, readType } from './row-types';

export type CheckedForm = {
  survey: FormSheet;
  choices: FormSheet | undefined;
  lists: ChoiceLists;
  /** The setting allow_choice_duplicates. */
  mayRepeatChoices: boolean;
  /** A file that this product wrote: its names are keys. */
  isOwn: boolean;
};

/** The most errors listed at once. */
const mostListed = 200;
/** A name as XML takes it: what ODK and Kobo make of a name is an element. */
const xmlName = /^[\p{L}_][\p{L}\p{N}_.\u00b7-]*(:[\p{L}_][\p{L}\p{N}_.\u00b7-]*)?$/u;
const yes = /^(yes|true|true\(\))$/i;
export const isDisabled = ({ cells }: FormRow): boolean => yes.test((cells.disabled ?? '').trim());

/** Why a form cannot be read for sure: with these, ODK and Kobo refuse it too, or one reader would take it otherwise than another. Pure. */
export function problemsOfForm(form: CheckedForm): Remark[] {
  const { survey, choices } = form;
  if (!survey.columns.has('type')) return [remark('no-type-column', { sheet: survey.name })];
  const rows = survey.rows.filter((row) => !isDisabled(row));
  const found = [
    ...(choices && choices.rows.length > 0 && !choices.columns.has('name') ? [remark('no-name-column', { sheet: choices.name })] : []),
    ...problemsOfRows(rows, form),
    ...problemsOfGroups(rows, survey.name),
    ...problemsOfReferences(rows, form),
    ...problemsOfChoices(form),
  ];
  return found.slice(0, mostListed);
}

function problemsOfRows(rows: readonly FormRow[], form: CheckedForm): Remark[] {
  const sheet = form.survey.name;
  return rows.flatMap((row): Remark[] => {
    const at = { sheet, row: row.row };
    const text = (row.cells.type ?? '').trim();
    const name = (row.cells.name ?? '').trim();
    if (text === '') return name === '' && Object.keys(row.label).length === 0 ? [] : [remark('no-type', at, name)];
    const type = readType(text);
    const found: Remark[] = [];
    const say = (code: RemarkCode, detail?: string) => found.push(remark(code, at, detail));
    if (type.kind === 'unknown') say('unknown-type', text);
    if (type.kind === 'include') say('include', name);
    const isNamed = type.kind !== 'end' && type.kind !== 'note' && type.kind !== 'setting' && text.toLowerCase() !== 'audit';
    if (isNamed && name === '' && type.kind !== 'unknown') say('no-name');
    if (isNamed && name !== '' && !form.isOwn && !xmlName.test(name)) say('bad-name', name);
    const isLater = (row.cells.default ?? '').includes('${') || (row.cells.default ?? '').includes('(');
    if (type.kind === 'calculate' && !row.cells.calculation?.trim() && !isLater) say('no-calculation', name);
    if (type.kind === 'begin' && type.group === 'loop' && !form.lists.choices.has(type.list ?? '')) say('no-list', type.list ?? '');
    if (type.kind === 'choice' || type.kind === 'several') {
      const { source, list, orOther } = type;
      const lists = source === 'external' ? form.lists.external : form.lists.choices;
      if ((source === 'choices' || source === 'external') && !lists.has(list)) say(lists.size === 0 ? 'no-choices' : 'no-list', list);
      if (orOther && row.cells.choice_filter?.trim()) say('or-other-filter', name);
    }
    return found;
  });
}

function problemsOfGroups(rows: readonly FormRow[], sheet: string): Remark[] {
  type Open = { group: GroupKind; name: string; row: number; names: Set<string> };
  const found: Remark[] = [];
  const top: Open = { group: 'group', name: '', row: 0, names: new Set() };
  const open: Open[] = [];
  for (const row of rows) {
    const type = readType(row.cells.type ?? '');
    const name = (row.cells.name ?? '').trim();
    if (type.kind === 'end') {
      const last = open.at(-1);
      if (last?.group === type.group) open.pop();
      else found.push(remark('unmatched-end', { sheet, row: row.row }, name || (row.cells.type ?? '').trim()));
      continue;
    }
    const { names } = open.at(-1) ?? top;
    if (name !== '' && names.has(name)) found.push(remark('duplicate-name', { sheet, row: row.row }, name));
    if (name !== '') names.add(name);
    if (type.kind === 'begin') open.push({ group: type.group, name, row: row.row, names: new Set() });
  }
  return [...found, ...open.map(({ name, row }) => remark('unmatched-begin', { sheet, row }, name))];
}

const reference = /\$\{([^}]*)(\}|$)/g;
const readsOthers = ['relevant', 'required', 'constraint', 'calculation', 'choice_filter', 'default', 'repeat_count'];

function problemsOfReferences(rows: readonly FormRow[], { survey }: CheckedForm): Remark[] {
  const names = new Set(rows.map(({ cells }) => (cells.name ?? '').trim()));
  const known = (name: string) => names.has(name) || ['instanceID', 'instanceName'].includes(name);
  return rows.flatMap(({ row, cells, label, hint, guidance, unread }): Remark[] => {
    const texts = [
      ...readsOthers.map((column) => cells[column] ?? ''),
      ...[label, hint, guidance].flatMap((words) => Object.values(words)),
      ...unread.map(({ text }) => text),
    ];
    const named = new Set(
      texts.flatMap((text) => [...text.matchAll(reference)].map(([whole, name = '']) => (whole.endsWith('}') ? name : whole))),
    );
    return [...named].flatMap((name): Remark[] => {
      const at = { sheet: survey.name, row };
      if (name.startsWith('${') || name.trim() === '') return [remark('broken-reference', at, name)];
      const inner = name.trim().replace(/^last-saved#/, '');
      return known(inner) ? [] : [remark('unknown-reference', at, inner)];
    });
  });
}

function problemsOfChoices({ choices, lists, mayRepeatChoices }: CheckedForm): Remark[] {
  if (!choices?.columns.has('name')) return [];
  return [...lists.choices.values()].flatMap((rows) => {
    const seen = new Set<string>();
    return rows.flatMap((row): Remark[] => {
      const name = choiceName(row);
      const at = { sheet: choices.name, row: row.row };
      if (name === '') return [remark('no-choice-name', at)];
      const isTwice = seen.has(name) && !mayRepeatChoices;
      seen.add(name);
      return isTwice ? [remark('duplicate-choice', at, name)] : [];
    });
  });
}
