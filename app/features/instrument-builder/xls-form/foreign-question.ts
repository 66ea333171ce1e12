import { answerChoices } from '#scoring';
import type { DraftQuestion, DraftSection } from '../draft';
import { readRelevant } from './conditions';
import type { ForeignScale } from './read-survey';
import type { FormRow, Words } from './read-xls-form.server';
import type { Remark } from './remarks';

type Foreign = {
  type: string;
  name: string;
  row: FormRow;
  lists: ReadonlyMap<string, readonly FormRow[]>;
  /** Keys that names were given so far. */
  names: Map<string, string>;
  sections: readonly DraftSection[];
  put: (place: string, words: Words) => { en: string };
  say: (code: Remark['code'], row: number, detail?: string) => void;
};

const plain: Readonly<Record<string, DraftQuestion['type']>> = {
  text: 'TEXT',
  string: 'TEXT',
  integer: 'NUMBER',
  int: 'NUMBER',
  decimal: 'NUMBER',
  date: 'DATE',
};
const metadata = /^(start|end|today|deviceid|username|phonenumber|email|simserial|subscriberid|audit|start-geopoint|background-audio)$/i;

/** A question of a form made elsewhere, as near as an instrument comes to it; null for what has no counterpart, which is told. */
export function foreignQuestion({
  type,
  name,
  row,
  lists,
  names,
  sections,
  put,
  say,
}: Foreign): { question: DraftQuestion; scale: ForeignScale | null } | null {
  const [, list] = /^select[_ ]one(?:[_ ]from[_ ]file)? (\S+)/i.exec(type) ?? [];
  const known = plain[type.toLowerCase()];
  if (metadata.test(type)) {
    say('unsupported-type', row.row, type);
    return null;
  }
  if (type.toLowerCase() === 'calculate' || row.cells.calculation?.trim()) say('unsupported-calculation', row.row, name);
  if (!known && list === undefined) {
    if (type.toLowerCase() !== 'calculate') say('unsupported-type', row.row, type);
    return null;
  }
  const options = list === undefined ? undefined : lists.get(list);
  if (list !== undefined && !options) {
    say('no-list', row.row, list);
    return null;
  }
  if (name === '') {
    say('no-name', row.row);
    return null;
  }
  const key = keyFor(name, names);
  if (names.has(name)) say('name-twice', row.row, name);
  names.set(name, key);
  if (key !== name) say('name-changed', row.row, `${name}: ${key}`);
  const scale = options ? scaleOf(options, put) : null;
  const isPercent = known === 'NUMBER' && /<=\s*100\b/.test(row.cells.constraint ?? '');
  if (row.cells.constraint?.trim() && !isPercent) say('unsupported-constraint', row.row, row.cells.constraint.trim());
  const question: DraftQuestion = {
    key,
    type: scale?.type ?? (options ? 'CHOICE' : (known ?? 'TEXT')),
    text: put(`${key}.text`, row.label),
    ...(Object.keys(row.guidance).length > 0 ? { hint: put(`${key}.hint`, row.guidance) } : {}),
    ...(Object.keys(row.hint).length > 0 ? { whyWeAsk: put(`${key}.whyWeAsk`, row.hint) } : {}),
    typicalEvidence: put(`${key}.typicalEvidence`, row.evidence),
    mayBeNotApplicable: scale !== null && (options ?? []).some(({ cells }) => nameOf(cells) === 'not-applicable'),
    dependsOn: conditionOf({ row, names, sections, say }),
    indicators: [],
    clause: null,
    provenance: 'D',
    ...(options && !scale
      ? {
          options: options.map(({ cells, label }, at) => {
            const value =
              nameOf(cells)
                .toLowerCase()
                .replace(/[^a-z0-9]+/g, '-')
                .replace(/^-+|-+$/g, '') || `option-${at + 1}`;
            return { value, text: put(`${key}.options.${value}`, label) };
          }),
        }
      : {}),
  };
  return { question, scale };
}

const nameOf = (cells: Readonly<Record<string, string>>): string => (cells.name ?? cells.value ?? '').trim();

/** A list whose names are answers of yes, partly and no is that scale, with the words of the form. */
function scaleOf(rows: readonly FormRow[], put: Foreign['put']): ForeignScale | null {
  const all = answerChoices({ type: 'YNP', mayBeNotApplicable: true });
  const given = rows.map(({ cells }) => nameOf(cells));
  if (
    !given.includes('yes') ||
    !given.includes('no') ||
    !given.includes('partial') ||
    !given.every((each) => all.some((value) => value === each))
  )
    return null;
  const choices = rows.flatMap(({ cells, label }) => {
    const value = all.find((each) => each === nameOf(cells));
    return value === undefined ? [] : [{ value, text: put(`scale.YNP.${value}`, label) }];
  });
  return { type: 'YNP', choices };
}

function conditionOf({ row, names, sections, say }: Pick<Foreign, 'row' | 'names' | 'sections' | 'say'>): DraftQuestion['dependsOn'] {
  const text = row.cells.relevant?.trim();
  if (!text) return null;
  const read = readRelevant(text);
  const parent = read && sections.flatMap(({ questions }) => questions).find(({ key }) => key === names.get(read.question));
  const possible: (string | number)[] = parent ? (parent.options?.map(({ value }) => value) ?? answerChoices(parent)) : [];
  const slug = (value: string) => value.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const wanted = (value: string | number, values: readonly string[]) =>
    values.some((each) => each === String(value) || slug(each) === value);
  const unless = read ? possible.filter((value) => ('unless' in read ? wanted(value, read.unless) : !wanted(value, read.only))) : [];
  if (!parent || unless.length === 0) {
    say('unsupported-condition', row.row, text);
    return null;
  }
  return { question: parent.key, unless };
}

/** Names of forms may hold what keys of questions may not: capitals and digits, parted by dots or hyphens. */
function keyFor(name: string, names: ReadonlyMap<string, string>): string {
  const isKey = /^[A-Z0-9]+([.-][A-Za-z0-9]+)*$/.test(name);
  const stem = isKey
    ? name
    : name
        .toUpperCase()
        .replace(/[^A-Z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'Q';
  const taken = new Set(names.values());
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}
