import { scaleAnswers, scaleTypes } from '#scoring';
import { writeWorkbook } from '~/documents/workbooks/write-workbook.server';
import type { Draft, DraftQuestion, DraftSection } from '../draft';
import { siteFieldsOf, writeRelevant, writeWhere } from './conditions';
import { columnOf } from './languages';

/** A row of the survey: cells by column; texts by place, written once per language. */
type Row = { cells: Record<string, string>; label?: Place; hint?: Place; guidance?: Place; evidence?: Place };
type Place = { place: string; en: string };

export const ownSheet = 'manumit';

/**
 * A questionnaire as an XLSForm: survey, choices and settings for ODK and Kobo, with a column per language. Content that XLSForm cannot express goes into our
 * own columns and sheet, so that our reader restores it exactly.
 */
export function writeXlsForm(draft: Draft): Buffer {
  const locales = ['en', ...Object.keys(draft.translations)];
  const survey = [...siteRows(draft), ...draft.content.sections.flatMap((section) => sectionRows(draft, section))];
  const spread = (column: string, place: Place | undefined) =>
    Object.fromEntries(locales.map((locale) => [columnOf(column, locale), wordsAt(draft, place, locale)]));
  const evidence = (place: Place | undefined) =>
    Object.fromEntries(locales.map((locale) => [`manumit_evidence (${locale})`, wordsAt(draft, place, locale)]));
  const surveyRows = survey.map((row) => ({
    ...row.cells,
    ...spread('label', row.label),
    ...spread('hint', row.hint),
    ...spread('guidance_hint', row.guidance),
    ...evidence(row.evidence),
  }));
  const choiceRows = choicesOfDraft(draft).map(({ list, name, place }) => ({ list_name: list, name, ...spread('label', place) }));
  const columns = (names: string[], words: string[]) => [
    ...names,
    ...words.flatMap((word) => locales.map((locale) => columnOf(word, locale))),
  ];
  const surveyHead = [
    ...columns(['type', 'name', 'required', 'relevant', 'constraint', 'appearance'], ['label', 'hint', 'guidance_hint']),
    ...locales.map((locale) => `manumit_evidence (${locale})`),
    'manumit',
  ];
  const { content } = draft;
  return writeWorkbook([
    sheetOf('survey', surveyHead, surveyRows),
    sheetOf('choices', columns(['list_name', 'name'], ['label']), choiceRows),
    sheetOf(
      'settings',
      ['form_title', 'form_id', 'version', 'default_language'],
      [{ form_title: content.title.en, form_id: content.id, version: content.version, default_language: 'English (en)' }],
    ),
    sheetOf(ownSheet, ['kind', 'name', 'value'], ownRows(draft)),
  ]);
}

function sheetOf(name: string, head: string[], rows: readonly Record<string, string>[]) {
  return { name, table: { head, rows: rows.map((row) => head.map((column) => row[column] ?? '')) } };
}

function wordsAt({ translations }: Draft, place: Place | undefined, locale: string): string {
  if (!place) return '';
  return locale === 'en' ? place.en : (translations[locale]?.[place.place] ?? '');
}

/** The site facts that conditions refer to, as hidden fields filled in by the user of the form: empty means unknown. */
function siteRows({ content }: Draft): Row[] {
  const all = content.sections.flatMap(({ appliesTo, questions }) => [appliesTo, ...questions.map((question) => question.appliesTo)]);
  return siteFieldsOf(all.flatMap((where) => where ?? [])).map((name) => ({ cells: { type: 'hidden', name } }));
}

function sectionRows(draft: Draft, section: DraftSection): Row[] {
  const { key, title, summary, questions, points = [], ...rest } = section;
  const group = (name: string, label: Place, residue: object, relevant = ''): Row => ({
    cells: { type: 'begin_group', name, relevant, manumit: JSON.stringify(residue) },
    label,
  });
  const note = (place: string, en: string): Row => ({ cells: { type: 'note', name: place }, label: { place, en } });
  const end: Row = { cells: { type: 'end_group' } };
  const inside: Row[] = [];
  let open: string | undefined;
  for (const question of questions) {
    if (question.point !== open) {
      if (open !== undefined) inside.push(end);
      const point = points.find((each) => each.key === question.point);
      if (point)
        inside.push(
          group(point.key, { place: `${point.key}.title`, en: point.title.en }, { point: true, provenance: point.provenance }),
          note(`${point.key}.whyWeAsk`, point.whyWeAsk.en),
        );
      open = point?.key;
    }
    inside.push(...questionRows(draft, question));
  }
  if (open !== undefined) inside.push(end);
  return [
    group(key, { place: `${key}.title`, en: title.en }, { section: true, ...rest }, rest.appliesTo ? writeWhere(rest.appliesTo) : ''),
    note(`${key}.summary`, summary.en),
    ...inside,
    end,
  ];
}

function questionRows(_draft: Draft, question: DraftQuestion): Row[] {
  const {
    key,
    text,
    hint: shown,
    whyWeAsk,
    typicalEvidence,
    dependsOn,
    options = [],
    facts = [],
    people = [],
    point: _point,
    ...residue
  } = question;
  const label = { place: `${key}.text`, en: text.en };
  const hint = whyWeAsk && { place: `${key}.whyWeAsk`, en: whyWeAsk.en };
  const guidance = shown && { place: `${key}.hint`, en: shown.en };
  const evidence = { place: `${key}.typicalEvidence`, en: typicalEvidence.en };
  const isGathered = ['TEXT', 'NUMBER', 'DATE', 'CHOICE', 'FACT'].includes(question.type);
  const cells: Record<string, string> = {
    type: typeOf(question),
    name: key,
    required: isGathered ? '' : 'yes',
    relevant: relevantOf(question),
    constraint: question.type === 'PCT' ? '. >= 0 and . <= 100' : question.type === 'NUMBER' ? '. >= 0' : '',
    // XLSForm answers are strings: numbers of a condition are converted here.
    manumit: JSON.stringify({
      ...residue,
      ...(dependsOn ? { dependsOn } : {}),
      ...(options.some(({ credit }) => credit !== undefined)
        ? { credits: Object.fromEntries(options.flatMap(({ value, credit }) => (credit === undefined ? [] : [[value, credit]]))) }
        : {}),
      ...('facts' in question ? { facts: facts.map(({ text: _text, ...fact }) => fact) } : {}),
      ...('people' in question ? { people: people.map((each) => ({ key: each.key })) } : {}),
    }),
  };
  const row: Row = { cells, label, ...(hint ? { hint } : {}), ...(guidance ? { guidance } : {}), evidence };
  if (question.type !== 'FACT') return [row];
  const asked = facts.map(
    (fact): Row => ({
      cells: { type: 'decimal', name: `${key}.facts.${fact.key}`, constraint: fact.unit === 'share' ? '. >= 0 and . <= 100' : '. >= 1' },
      label: { place: `${key}.facts.${fact.key}`, en: fact.text.en },
    }),
  );
  const counted = people.map(
    (each): Row => ({
      cells: { type: 'integer', name: `${key}.people.${each.key}`, constraint: '. >= 0' },
      label: { place: `${key}.people.${each.key}`, en: each.text.en },
    }),
  );
  return [
    { ...row, cells: { ...cells, type: 'begin_group', appearance: 'field-list' } },
    ...counted,
    ...asked,
    { cells: { type: 'end_group' } },
  ];
}

function relevantOf({ dependsOn, appliesTo }: DraftQuestion): string {
  const [asked, where] = [dependsOn ? writeRelevant(dependsOn) : '', appliesTo ? writeWhere(appliesTo) : ''];
  return asked && where ? `(${asked}) and (${where})` : asked || where;
}

function typeOf({ key, type, set, mayBeNotApplicable }: DraftQuestion): string {
  switch (type) {
    case 'TEXT':
      return 'text';
    case 'DATE':
      return 'date';
    case 'NUMBER':
    case 'PCT':
      return 'decimal';
    case 'CHOICE':
      return `select_one choice_${key}`;
    case 'PICK':
      return `select_one ${set === undefined ? `choice_${key}` : `set_${set}`}`;
    case 'TICKS':
      return `select_multiple choice_${key}`;
    case 'FACT':
      return 'begin_group';
    default:
      return `select_one ${type}${mayBeNotApplicable ? '' : '_asked'}`;
  }
}

/** Each scale whole under its name, and once more without "does not apply" for the questions where that cannot be true. */
function choicesOfDraft({ content }: Draft): { list: string; name: string; place: Place }[] {
  const scales = scaleTypes.flatMap((type) => {
    const choices = (content.scales[type] ?? []).map(({ value, text }) => ({
      value,
      name: String(value),
      place: { place: `scale.${type}.${value}`, en: text.en },
    }));
    const asked = scaleAnswers({ type, mayBeNotApplicable: false });
    return [
      ...choices.map((choice) => ({ list: type, ...choice })),
      ...choices.filter(({ value }) => asked.includes(value)).map((choice) => ({ list: `${type}_asked`, ...choice })),
    ];
  });
  const beside = (list: string, type: DraftQuestion['type'], mayBeNotApplicable: boolean) =>
    scales.flatMap((choice) =>
      choice.list === type && scaleAnswers({ type, mayBeNotApplicable }).some((value) => String(value) === choice.name)
        ? [{ ...choice, list }]
        : [],
    );
  const options = content.sections.flatMap(({ questions }) =>
    questions.flatMap(({ key, type, mayBeNotApplicable, options: own = [] }) => [
      ...own.map(({ value, text }) => ({ list: `choice_${key}`, name: value, place: { place: `${key}.options.${value}`, en: text.en } })),
      ...(own.length > 0 && type !== 'CHOICE' ? beside(`choice_${key}`, type, mayBeNotApplicable) : []),
    ]),
  );
  const sets = Object.entries(content.sets ?? {}).flatMap(([name, set]) => [
    ...set.map(({ value, text }) => ({ list: `set_${name}`, name: value, place: { place: `sets.${name}.${value}`, en: text.en } })),
    ...beside(`set_${name}`, 'PICK', true),
  ]);
  return [...scales, ...options, ...sets];
}

/** Content outside questions: author, rules, relations, and texts without a row. */
function ownRows({ content, translations, crosswalk }: Draft): Record<string, string>[] {
  const { id: _id, version: _version, title: _title, sections: _sections, scales, consistency, ...rest } = content;
  const row = (kind: string, name: string, value: unknown) => ({
    kind,
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  });
  const unwritten = /^(title|summary|consistency\..*|sets\..*)$/;
  return [
    ...Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => row('instrument', name, JSON.stringify(value))),
    ...Object.entries(scales).map(([type, choices]) =>
      row(
        'scale',
        type,
        choices.map(({ value }) => value),
      ),
    ),
    ...consistency.map((rule) => row('rule', rule.code, rule)),
    ...Object.entries(translations).flatMap(([locale, words]) =>
      Object.entries(words).flatMap(([place, text]) => (unwritten.test(place) ? [row(`words ${locale}`, place, text)] : [])),
    ),
    ...crosswalk.map((pair) => row('pair', pair.question, pair)),
  ];
}
