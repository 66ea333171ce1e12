import { scaleTypes } from '#scoring';
import { type ReadLimits, readLimits } from '~/platform/parser/limits';
import type { OwnPair } from '~/questionnaires/templates/own-version';
import { ownPairSchema } from '~/questionnaires/templates/own-version';
import { type Draft, type DraftContent, emptyDraft, questionsIn } from '../draft';
import { problemsOfForm } from './check-form';
import { listsOf } from './choice-lists';
import { readColumn } from './columns';
import { duplicateColumns, type FormRow, formRows, languagesOf, type Words } from './form-rows';
import { type OpenedSheet, openWorkbook, rowsByHead } from './open-workbook.server';
import { readSurvey } from './read-survey';
import { type Remark, remark } from './remarks';
import { readType } from './row-types';
import { structuralProblems } from './sound-content';
import { ownSheet } from './write-xls-form.server';

/** `identity`: the id that the file gives itself, by which it is known again; null where it gives none. `isOwn`: this product wrote it. */
export type ReadForm =
  | { kind: 'read'; draft: Draft; identity: string | null; isOwn: boolean; remarks: Remark[] }
  | { kind: 'refused'; remarks: Remark[] };

/** Sheets of the form language that a questionnaire has no place for, and those of a collecting app. */
const unsupportedSheets = ['entities', 'osm'];
const usedSettings = ['form_title', 'form_id', 'version', 'default_language', 'allow_choice_duplicates', 'name'];

/**
 * Reads an XLSForm: one that we wrote comes back equal; of one made elsewhere (ODK, Kobo) whatever a questionnaire supports, with a remark and the row for
 * all else. A form that ODK and Kobo refuse is refused. Runs in a reader process for uploaded files.
 */
export async function readXlsForm(bytes: Uint8Array, limits: ReadLimits = readLimits.questionnaireTemplate): Promise<ReadForm> {
  const sheets = await openWorkbook(bytes, limits);
  if (!sheets) return { kind: 'refused', remarks: [{ code: 'not-a-workbook' }] };
  return readForm(sheets);
}

/** Reads the sheets of an XLSForm. Pure. */
export function readForm(sheets: readonly OpenedSheet[]): ReadForm {
  const sheet = (name: string) => sheets.find((each) => each.name.trim().toLowerCase() === name);
  const named = sheet('survey');
  const only = sheets.length === 1 ? sheets[0] : undefined;
  const surveySheet = named ?? (only && [...only.head.values()].some((head) => /^(type|command)$/i.test(head)) ? only : undefined);
  if (!surveySheet) return refused([remark('no-survey', {}, sheets.map(({ name }) => name).join(', '))]);
  const [choicesSheet, externalSheet, settingsSheet, own] = [
    sheet('choices'),
    sheet('external_choices'),
    sheet('settings'),
    sheet(ownSheet),
  ];
  const formSheets = [surveySheet, choicesSheet, externalSheet, settingsSheet].filter((each) => each !== undefined);
  const duplicates = duplicateColumns(formSheets);
  if (duplicates.length > 0) return refused(duplicates);

  const remarks: Remark[] = [];
  const settings = settingsSheet && formRows(settingsSheet, { languages: languagesOf([], undefined), remarks: [] });
  const setting = (name: string) => settings?.rows[0]?.cells[name]?.trim() || undefined;
  const languages = languagesOf([surveySheet, ...(choicesSheet ? [choicesSheet] : [])], setting('default_language'));
  const rowsOf = (from: OpenedSheet) => formRows(from, { languages, remarks });
  const survey = rowsOf(surveySheet);
  const choices = choicesSheet && rowsOf(choicesSheet);
  const lists = { choices: listsOf(choices), external: listsOf(externalSheet && rowsOf(externalSheet)) };
  const isOwn = own !== undefined;
  const mayRepeatChoices = /^(yes|true)$/i.test(setting('allow_choice_duplicates') ?? '');
  const problems = problemsOfForm({ survey, choices, lists, mayRepeatChoices, isOwn });
  if (problems.length > 0) return refused(uniqueRemarks(problems));

  const inSurvey = settingsOfSurvey(survey.rows);
  const identity = setting('form_id') ?? inSurvey.form_id ?? null;
  const title = setting('form_title') ?? inSurvey.form_title ?? identity ?? '';
  if (!isOwn) remarks.push(...languages.remarks, ...settingsLeftOut(settingsSheet), ...sheetsLeftOut(sheets, formSheets));
  const begun = emptyDraft(identity ?? 'form', title);
  const translations = Object.fromEntries(languages.locales.map((locale) => [locale, {} as Words]));
  const hasEnglish = !languages.remarks.some(({ code }) => code === 'no-english');
  const read = readSurvey(survey.rows, {
    ...{
      survey: survey.name,
      choices: choices?.name ?? 'choices',
      lists,
      title,
      locales: languages.locales,
      hasEnglish,
      translations,
      remarks,
    },
  });
  const version = setting('version');
  const content: DraftContent = { ...begun.content, ...(version ? { version } : {}), sections: read.sections, scales: read.scales };
  if (questionsIn(content).length === 0) return refused([{ code: 'no-questions' }, ...uniqueRemarks(remarks)]);
  const draft = own
    ? withOwnRows({ content, translations, crosswalk: [] }, { own, scales: read.words, remarks })
    : { content, translations: filled(translations), crosswalk: [] };
  const broken = structuralProblems(draft.content);
  if (broken.length > 0) return refused(broken.map((detail) => remark('not-an-instrument', {}, detail)));
  if (!isOwn && questionsIn(content).some(({ dependsOn }) => dependsOn)) remarks.push({ code: 'asked-until' });
  return { kind: 'read', draft, identity, isOwn, remarks: uniqueRemarks(remarks) };
}

const refused = (remarks: Remark[]): ReadForm => ({ kind: 'refused', remarks });

/** Each remark once, in the order of sheets and rows; a list that several questions use is read several times. */
function uniqueRemarks(remarks: readonly Remark[]): Remark[] {
  const seen = new Map(remarks.map((each) => [JSON.stringify([each.code, each.sheet, each.row, each.detail]), each]));
  const sheets = [...new Set([...seen.values()].map(({ sheet }) => sheet))];
  return [...seen.values()]
    .map((each, at) => ({ each, at }))
    .sort((a, b) => sheets.indexOf(a.each.sheet) - sheets.indexOf(b.each.sheet) || (a.each.row ?? 0) - (b.each.row ?? 0) || a.at - b.at)
    .map(({ each }) => each);
}

/** A language without any text is left out. */
const filled = (translations: Record<string, Words>): Record<string, Words> =>
  Object.fromEntries(Object.entries(translations).filter(([, words]) => Object.keys(words).length > 0));

/** Earlier forms give their id and title as rows of the survey. */
function settingsOfSurvey(rows: readonly FormRow[]): { form_id?: string; form_title?: string } {
  const found: { form_id?: string; form_title?: string } = {};
  for (const { cells } of rows) {
    const type = readType(cells.type ?? '');
    if (type.kind === 'setting' && cells.name?.trim()) found[type.name] = cells.name.trim();
  }
  return found;
}

function settingsLeftOut(sheet: OpenedSheet | undefined): Remark[] {
  const [first] = sheet?.rows ?? [];
  if (!sheet || !first) return [];
  return [...sheet.head].flatMap(([at, head]) => {
    const column = readColumn(head);
    const text = first.cells.get(at)?.trim() ?? '';
    const isUsed = column.kind === 'plain' && usedSettings.includes(column.name);
    return text === '' || isUsed ? [] : [remark('unsupported-setting', { sheet: sheet.name, row: first.row }, `${head}: ${text}`)];
  });
}

function sheetsLeftOut(sheets: readonly OpenedSheet[], read: readonly OpenedSheet[]): Remark[] {
  return sheets
    .filter((each) => !read.includes(each) && each.rows.length > 0)
    .map(({ name }) => remark(unsupportedSheets.includes(name.trim().toLowerCase()) ? 'unsupported-sheet' : 'unknown-sheet', {}, name));
}

/** Our own sheet beside the survey. An unreadable row is reported and left out. */
function withOwnRows(
  draft: Draft,
  { own, scales, remarks }: { own: OpenedSheet; scales: DraftContent['scales']; remarks: Remark[] },
): Draft {
  const { kind: _kind, scores: _scores, ...begun } = draft.content;
  const content: DraftContent = { ...begun, scales: {}, consistency: [] };
  const translations = { ...draft.translations };
  const crosswalk: OwnPair[] = [];
  for (const { row, cells } of rowsByHead(own)) {
    const { kind = '', name = '', value = '' } = cells;
    try {
      if (kind === 'instrument') Object.assign(content, { [name]: JSON.parse(value) });
      else if (kind === 'scale') {
        const type = scaleTypes.find((each) => each === name);
        const order: unknown = JSON.parse(value);
        if (type && Array.isArray(order))
          content.scales[type] = order.flatMap((each) => scales[type]?.find((choice) => choice.value === each) ?? []);
      } else if (kind === 'rule') content.consistency = [...content.consistency, JSON.parse(value)];
      else if (kind === 'pair') crosswalk.push(ownPairSchema.parse(JSON.parse(value)));
      else if (kind.startsWith('words ')) {
        const locale = kind.slice(6);
        translations[locale] = { ...translations[locale], [name]: value };
      }
    } catch {
      remarks.push({ code: 'broken-own', sheet: own.name, row });
    }
  }
  return { content, translations, crosswalk };
}
