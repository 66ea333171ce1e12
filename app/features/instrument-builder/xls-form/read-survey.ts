import { answerChoices, type ScaleType, scaleTypes } from '#scoring';
import { z } from 'zod';
import type { DraftContent, DraftQuestion, DraftSection } from '../draft';
import { isSiteField, readRelevant, withoutWhere } from './conditions';
import { foreignQuestion } from './foreign-question';
import type { FormRow, Words } from './read-xls-form.server';
import type { Remark } from './remarks';

export type SurveyRead = { sections: DraftSection[]; scales: DraftContent['scales']; words: DraftContent['scales'] };
export type ReadInto = { survey: readonly FormRow[]; choices: readonly FormRow[]; translations: Record<string, Words>; remarks: Remark[] };

const residueSchema = z.record(z.string(), z.unknown());

/** The sections and questions of a survey sheet. Translations are filled in; what cannot be held is told with its row. */
export function readSurvey({ survey, choices, translations, remarks }: ReadInto): SurveyRead {
  const say = (code: Remark['code'], row: number, detail?: string) =>
    remarks.push({ code, sheet: 'survey', row, ...(detail === undefined ? {} : { detail }) });
  /** The English words; the others go among the translations. Without English, the first language stands for it. */
  const put = (place: string, words: Words): { en: string } => {
    for (const [locale, text] of Object.entries(words))
      if (locale !== 'en') translations[locale] = { ...translations[locale], [place]: text };
    return { en: words.en ?? Object.values(words)[0] ?? '' };
  };
  const lists = groupChoices(choices);
  const sections: DraftSection[] = [];
  const names = new Map<string, string>();
  const open: { kind: 'section' | 'point' | 'fact' | 'other'; name: string }[] = [];
  const foreign = { used: {} as DraftContent['scales'] };
  const current = () => sections.at(-1);
  const openSection = (key: string, words: Words, residue: object): DraftSection => {
    const section: DraftSection = {
      provenance: 'D',
      ...residue,
      key,
      title: put(`${key}.title`, words),
      summary: { en: '' },
      questions: [],
    };
    sections.push(section);
    return section;
  };
  for (const { row, cells, label, hint, guidance, evidence } of survey) {
    const type = (cells.type ?? '').trim().replace(/\s+/g, ' ');
    const name = (cells.name ?? '').trim();
    if (type === '' || (type === 'hidden' && isSiteField(name))) continue;
    const residue = residueOf(cells.manumit);
    if (/^end[ _]group$/i.test(type)) {
      open.pop();
      continue;
    }
    if (/^(begin|end)[ _]repeat$/i.test(type)) {
      say('unsupported-repeat', row, name);
      continue;
    }
    if (/^begin[ _]group$/i.test(type) && residue?.type !== 'FACT') {
      const { section: isSection, point: isPoint, ...rest } = residue ?? {};
      if (isPoint) {
        const section = current();
        const point = { ...rest, key: name, title: put(`${name}.title`, label), whyWeAsk: { en: '' } } as NonNullable<
          DraftSection['points']
        >[number];
        if (section) section.points = [...(section.points ?? []), point];
        open.push({ kind: 'point', name });
      } else if (isSection || open.length === 0) {
        const key = isSection ? name : sectionKey(name, sections);
        openSection(key, label, isSection ? rest : {});
        open.push({ kind: 'section', name: key });
      } else open.push({ kind: 'other', name });
      continue;
    }
    if (type === 'note') {
      const section = current();
      const place = open.at(-1);
      if (section && name === `${section.key}.summary`) section.summary = put(name, label);
      else if (place?.kind === 'point' && name === `${place.name}.whyWeAsk`) {
        const point = section?.points?.at(-1);
        if (point) point.whyWeAsk = put(name, label);
      } else if (section && section.summary.en === '' && section.questions.length === 0)
        section.summary = put(`${section.key}.summary`, label);
      else say('unsupported-type', row, type);
      continue;
    }
    if (open.at(-1)?.kind === 'fact') {
      const { facts, people } = current()?.questions.at(-1) ?? {};
      const asked = facts?.find(({ key }) => name.endsWith(`.facts.${key}`)) ?? people?.find(({ key }) => name.endsWith(`.people.${key}`));
      if (asked) asked.text = put(name, label);
      continue;
    }
    const point = open.findLast(({ kind }) => kind === 'point')?.name;
    if (residue?.type !== undefined) {
      const section = current() ?? openSection('A', {}, {});
      const question = ownQuestion({ key: name, residue, point, label, hint, guidance, evidence, put });
      const options = lists.get(`choice_${name}`);
      if (question.type === 'CHOICE' && options) question.options = optionsFrom(options, name, put);
      const condition = withoutWhere(cells.relevant ?? '', question.appliesTo).trim();
      if (!condition) question.dependsOn = null;
      else question.dependsOn = sameCondition(condition, question.dependsOn) ? question.dependsOn : changedCondition(condition);
      if (condition && !question.dependsOn) say('unsupported-condition', row, condition);
      section.questions.push(question);
      if (question.type === 'FACT') open.push({ kind: 'fact', name });
      continue;
    }
    const made = foreignQuestion({ type, name, row: { row, cells, label, hint, guidance, evidence }, lists, names, sections, put, say });
    if (!made) continue;
    const section = current() ?? openSection('A', {}, {});
    section.questions.push(made.question);
    for (const scale of scaleTypes) if (made.scale?.type === scale) foreign.used[scale] ??= made.scale.choices;
  }
  const words = scalesFrom(lists, put);
  return { sections, scales: foreign.used, words };
}

function groupChoices(choices: readonly FormRow[]): Map<string, FormRow[]> {
  const lists = new Map<string, FormRow[]>();
  for (const choice of choices) {
    const list = (choice.cells.list_name ?? choice.cells['list name'] ?? '').trim();
    lists.set(list, [...(lists.get(list) ?? []), choice]);
  }
  return lists;
}

function residueOf(text: string | undefined): Record<string, unknown> | null {
  if (!text?.trim()) return null;
  try {
    const parsed = residueSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

type Put = (place: string, words: Words) => { en: string };
type OwnRow = {
  key: string;
  residue: Record<string, unknown>;
  point: string | undefined;
  label: Words;
  hint: Words;
  guidance: Words;
  evidence: Words;
  put: Put;
};

/** A question that we wrote: its words from their columns, all else from ours. The import checks it as any other. */
function ownQuestion({ key, residue, point, label, hint, guidance, evidence, put }: OwnRow): DraftQuestion {
  const question = {
    dependsOn: null,
    ...residue,
    key,
    text: put(`${key}.text`, label),
    ...(Object.keys(guidance).length > 0 ? { hint: put(`${key}.hint`, guidance) } : {}),
    ...(Object.keys(hint).length > 0 ? { whyWeAsk: put(`${key}.whyWeAsk`, hint) } : {}),
    typicalEvidence: put(`${key}.typicalEvidence`, evidence),
    ...(point === undefined ? {} : { point }),
  } as unknown as DraftQuestion;
  if (question.facts) question.facts = question.facts.map((fact) => ({ ...fact, text: { en: '' } }));
  if (question.people) question.people = question.people.map((each) => ({ ...each, text: { en: '' } }));
  return question;
}

function optionsFrom(rows: readonly FormRow[], key: string, put: Put): NonNullable<DraftQuestion['options']> {
  return rows.map(({ cells, label }) => {
    const value = (cells.name ?? '').trim();
    return { value, text: put(`${key}.options.${value}`, label) };
  });
}

function sameCondition(text: string, dependsOn: DraftQuestion['dependsOn']): boolean {
  const read = readRelevant(text);
  return (
    dependsOn !== null &&
    read !== null &&
    'unless' in read &&
    read.question === dependsOn.question &&
    JSON.stringify(read.unless) === JSON.stringify(dependsOn.unless.map(String))
  );
}

/** A condition that somebody changed in the file: numbers are grades. */
function changedCondition(text: string): DraftQuestion['dependsOn'] {
  const read = readRelevant(text);
  if (!read || !('unless' in read)) return null;
  return { question: read.question, unless: read.unless.map((value) => (/^\d+$/.test(value) ? Number(value) : value)) };
}

function scalesFrom(lists: ReadonlyMap<string, readonly FormRow[]>, put: Put): DraftContent['scales'] {
  const scales: DraftContent['scales'] = {};
  for (const type of scaleTypes) {
    const rows = lists.get(type);
    if (!rows) continue;
    const known = answerChoices({ type, mayBeNotApplicable: true });
    scales[type] = rows.flatMap(({ cells, label }) => {
      const value = known.find((each) => String(each) === (cells.name ?? '').trim());
      return value === undefined ? [] : [{ value, text: put(`scale.${type}.${value}`, label) }];
    });
  }
  return scales;
}

/** A key for a section of a foreign form: its name, if no other section has it. */
function sectionKey(name: string, sections: readonly DraftSection[]): string {
  const stem =
    name
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || `S${sections.length + 1}`;
  return sections.some(({ key }) => key === stem) ? `${stem}-${sections.length + 1}` : stem;
}

export type ForeignScale = { type: ScaleType; choices: NonNullable<DraftContent['scales'][ScaleType]> };
