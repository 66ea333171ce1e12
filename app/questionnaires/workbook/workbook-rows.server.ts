import { gatheredTypes, type LocalizedInstrument, type LocalizedQuestion, shownChoices, ticksOf } from '#scoring';
import { sectionView, type Viewed } from '~/questionnaires/responses/section-view.server';

/** What the workbook needs of a response: a respondent's is enough. */
export type Filled = Viewed & { id: string };
/** One line to fill in: a question, or one share of a question that asks for several. `code` is what is signed. */
export type WorkbookRow = {
  code: string;
  question: string;
  /** Of a question with several lines (shares, people, boxes to tick): which, as its field is named. */
  fact: string | null;
  section: string;
  sectionKey: string;
  text: string;
  /** Labels to choose from; empty where a number, a date or a text is entered. */
  choices: { value: string; label: string }[];
  kind: 'choice' | 'percent' | 'ratio' | 'number' | 'date' | 'text';
  /** The hint under the question; printed once, on its first line. */
  help: string | null;
  dependsOn: LocalizedQuestion['dependsOn'];
};

/** Every line of a questionnaire in its order, each with what can be answered. */
export function workbookRows(shown: LocalizedInstrument): WorkbookRow[] {
  return shown.sections.flatMap((section) =>
    section.questions.flatMap((question): WorkbookRow[] => {
      const help = question.hint?.text ?? null;
      const base = { question: question.key, section: section.title.text, sectionKey: section.key, help, dependsOn: question.dependsOn };
      if (question.type === 'FACT') return factRows(question).map((row, at) => ({ ...base, ...row, help: at === 0 ? help : null }));
      const choices = shownChoices(shown, question).map(({ value, text }) => ({ value: String(value), label: text.text }));
      if (question.type === 'TICKS')
        return tickRows(question, choices).map((row, at) => ({ ...base, ...row, help: at === 0 ? help : null }));
      const title = question.layout === 'row' ? section.points.find(({ key }) => key === question.point)?.title.text : undefined;
      const text = title === undefined ? question.text.text : `${title} (${question.text.text})`;
      return [{ ...base, code: question.key, fact: null, text, choices, kind: kindOf(question, choices.length > 0) }];
    }),
  );
}

/** A line for each count of people, or for each share where people are not counted. */
function factRows({ key, text, facts, people }: LocalizedQuestion) {
  const asked: { name: string; text: string; kind: WorkbookRow['kind'] }[] =
    people.length > 0
      ? people.map((each) => ({ name: `people.${each.key}`, text: each.text.text, kind: 'number' }))
      : facts.map((fact) => ({ name: fact.key, text: fact.text.text, kind: fact.unit === 'share' ? 'percent' : 'ratio' }));
  return asked.map(({ name, kind, text: words }) => ({
    ...{ code: `${key}:${name}`, fact: name, text: `${text.text} (${words})`, choices: [], kind },
  }));
}

/** What is written into the cell of an option that applies. */
export const tickMark = 'x';

/** A line for each option, with a mark where it applies; then one for the answers that exclude every option. */
function tickRows({ key, text, options }: LocalizedQuestion, choices: WorkbookRow['choices']) {
  const marks = [{ value: tickMark, label: tickMark }];
  const lines = options.map((option) => ({
    ...{ code: `${key}:tick.${option.value}`, fact: `tick.${option.value}`, text: `${text.text} (${option.text.text})` },
    ...{ choices: marks, kind: 'choice' as const },
  }));
  const alone = choices.filter(({ value }) => !options.some((option) => option.value === value));
  return [...lines, { code: `${key}:value`, fact: 'value', text: text.text, choices: alone, kind: 'choice' as const }];
}

function kindOf({ type }: LocalizedQuestion, hasChoices: boolean): WorkbookRow['kind'] {
  if (type === 'PCT') return 'percent';
  if (gatheredTypes.some((each) => each === type) && !hasChoices) return type === 'NUMBER' ? 'number' : type === 'DATE' ? 'date' : 'text';
  return 'choice';
}

/** The current value of each row's cell: a label, a number, or nothing. Shares as on the page: none that would reveal a small group. */
export function cellsOf(rows: readonly WorkbookRow[], response: Filled, shown: LocalizedInstrument): string[] {
  const shares = new Map<string, string>(
    shown.sections.flatMap((section) =>
      (sectionView(response, section.key, { withUnasked: true })?.questions ?? []).flatMap(({ key, facts, people }) => [
        ...facts.map((fact) => [`${key}:${fact.key}`, fact.value] as const),
        ...people.map((each) => [`${key}:people.${each.key}`, each.value] as const),
      ]),
    ),
  );
  return rows.map((row) => {
    if (row.fact?.startsWith('tick.')) return isTicked(row, response) ? tickMark : '';
    if (row.fact !== null && row.fact !== 'value') return shares.get(row.code) ?? '';
    const sent = sentNow(row, response);
    return row.choices.find((choice) => choice.value === sent)?.label ?? (row.fact === null ? sent : '');
  });
}

function isTicked({ question, fact }: WorkbookRow, { answers }: Filled): boolean {
  const ticked = ticksOf(answers.get(question)?.value ?? undefined) ?? [];
  return ticked.some((value) => fact === `tick.${value}`);
}

/** The answer as it is kept, as a form sends it. */
export function sentNow({ question }: Pick<WorkbookRow, 'question'>, { answers }: Pick<Filled, 'answers'>): string {
  const answer = answers.get(question);
  const value = answer?.value ?? answer?.gathered;
  return value === null || value === undefined ? '' : String(value);
}
