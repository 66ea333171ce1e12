import type { LocalizedInstrument, LocalizedQuestion } from '#scoring';
import { m } from '~/paraglide/messages';
import type { Locale } from '~/paraglide/runtime';
import type { PaperForm, PaperQuestion } from '~/questionnaires/print-form/paper-form/schema';
import { wholeMinutes } from '~/questionnaires/templates/answering-minutes';
import { isEstimated } from '~/questionnaires/templates/pace-in-use';
import { timeLabel } from '~/questionnaires/templates/time-label';
import { hasUncheckedText } from '~/questionnaires/templates/unchecked-text';
import { shownSummary } from '~/questionnaires/templates/shown-summary';
import { formatDate } from '~/ui/format';
import { arrangeQuestion } from './arrange-question';
import { conditionsOf } from './conditions';
import type { QuestionOnPaper } from './types';

/** How the paper is returned: entered through a link by the respondent, or given back to the requester. */
export type WayBack = 'link' | 'hand';

export type PaperInput = {
  locale: Locale;
  shown: LocalizedInstrument;
  /** Who asks, and by whom he can be reached; null leaves a line to write on. */
  asker: string;
  contact: string | null;
  subject: string | null;
  dueOn: Date | string | null;
  wayBack: WayBack;
  /** "blank": to fill in; "part": answers can still be given; "copy": they were sent. */
  mode: 'blank' | 'part' | 'copy';
  /** Every question that is shown, by key, as the pages show it; others are left out. */
  questions: ReadonlyMap<string, QuestionOnPaper>;
  /** Why a question is not asked, by key. */
  leftOut: ReadonlyMap<string, string>;
  /** Whether a response decided what is asked. */
  isScoped: boolean;
  /** The sections that the reader may see; none: all. */
  sections: readonly string[];
  /** The last day an answer was given. */
  answeredOn: string | null;
};

/** Arranges a questionnaire for paper, as text only. Pure: no clock, and the same input gives the same form. */
export function buildPaperForm(input: PaperInput): PaperForm {
  const { locale, shown, asker, mode } = input;
  const say = { locale };
  const sections = shown.sections.filter(({ key }) => input.sections.length === 0 || input.sections.includes(key));
  const conditions = conditionsOf(shown, { locale, isPrinted: (key) => input.questions.has(key) });
  const place = { ...conditions, locale, mode };
  return {
    format: 'paper-form/1',
    locale,
    title: shown.title.text || shown.key,
    state: mode === 'blank' || input.answeredOn === null ? m.print_form_state_blank({}, say) : stateFilled(input.answeredOn, locale),
    answeredOn: mode === 'blank' ? null : input.answeredOn,
    summary: shownSummary(shown.key, shown.summary?.text ?? null),
    author: asker,
    about: [
      { label: m.print_form_asked_by({}, say), text: asker },
      { label: m.print_form_about({}, say), text: input.subject },
      { label: m.print_form_due({}, say), text: input.dueOn ? formatDate(input.dueOn, { locale }) : null },
      { label: m.print_form_contact({}, say), text: input.contact },
      ...timeOf(input),
      { label: m.print_form_version({}, say), text: shown.key },
    ],
    notes: notesOf(input),
    words: {
      why: m.responses_why({}, say),
      evidence: m.responses_evidence_hint({}, say),
      leftOut: m.print_form_left_out({}, say),
      ticked: m.print_form_ticked({}, say),
    },
    sections: sections.map((section) => ({
      key: section.key,
      title: section.title.text,
      summary: section.summary.text,
      groups: groupsOf(section.questions).flatMap(({ point, isRows, questions }) => {
        const asked = questions.flatMap((question) => {
          const seen = input.questions.get(question.key);
          return seen ? [arrangeQuestion(question, seen, place)] : [];
        });
        const title = section.points.find(({ key }) => key === point);
        if (asked.length === 0) return [];
        return [
          { title: title?.title.text ?? null, why: title?.whyWeAsk.text ?? null, isTable: isRows && fitsTable(asked), questions: asked },
        ];
      }),
      leftOut: section.questions.flatMap(({ key, text }) => {
        const because = input.leftOut.get(key);
        return because === undefined ? [] : [{ key, text: text.text, because }];
      }),
    })),
    closing: mode === 'copy' ? [] : [m.print_form_filled_by({}, say), m.print_form_function({}, say), m.templates_date({}, say)],
  };
}

/** How long the questions take, on a form that suppliers fill in; nothing on a copy of answers. */
function timeOf({ locale, shown, mode, sections }: PaperInput): PaperForm['about'] {
  if (mode === 'copy' || shown.kind !== 'self-assessment') return [];
  const asked = shown.sections.flatMap(({ key, questions }) => (sections.length === 0 || sections.includes(key) ? questions : []));
  const text = m.responses_about_minutes({ minutes: wholeMinutes(asked) }, { locale });
  return [{ label: timeLabel(isEstimated(asked), { locale }), text }];
}

const stateFilled = (day: string, locale: Locale): string => m.print_form_state_filled({ date: formatDate(day, { locale }) }, { locale });

type Group = { point: string | null; isRows: boolean; questions: LocalizedQuestion[] };

/** Adjacent questions of one point are grouped under its title, the rows of a table apart from others. */
function groupsOf(questions: readonly LocalizedQuestion[]): Group[] {
  const groups: Group[] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    const isRows = question.layout === 'row';
    if (last && last.point === question.point && last.isRows === isRows) last.questions.push(question);
    else groups.push({ point: question.point, isRows, questions: [question] });
  }
  return groups;
}

/** The most answers that stand beside the name of a row. */
const mostColumns = 7;

/** Whether rows can be printed as one table: all have the same few answers, and none of these says what to skip. A copy may have no answer in a row. */
function fitsTable(rows: readonly PaperQuestion[]): boolean {
  const answersOf = ({ options }: PaperQuestion) => options.map(({ text }) => text).join('\n');
  const [first] = rows;
  return (
    first !== undefined &&
    first.options.length <= mostColumns &&
    rows.every((row) => answersOf(row) === answersOf(first) && row.fields.length === 0 && row.options.every(({ skips }) => skips === null))
  );
}

function notesOf({ locale, shown, asker, mode, wayBack, isScoped, sections }: PaperInput): PaperForm['notes'] {
  const say = { locale };
  const unchecked = hasUncheckedText(shown, sections) ? [m.respondent_draft_translation({ asker }, say)] : [];
  const isAsked = shown.audience.some((each) => each === 'supplier' || each === 'labour-provider');
  const use = isAsked
    ? [
        m.shell_named({ name: m.respondent_link_who({}, say), text: m.respondent_link_who_text({ asker }, say) }, say),
        m.shell_named({ name: m.respondent_link_yours({}, say), text: m.respondent_link_yours_text({ asker }, say) }, say),
      ]
    : [m.print_form_use_own({ asker }, say)];
  const back = wayBack === 'link' ? m.print_form_back_link({ asker }, say) : m.print_form_back_hand({ asker }, say);
  return [
    { title: m.print_form_use({}, say), texts: use },
    { title: m.respondent_link_people({}, say), texts: [m.respondent_link_people_text({}, say)] },
    ...(mode === 'copy'
      ? []
      : [
          {
            title: m.print_form_how({}, say),
            texts: [m.print_form_how_text({}, say), ...(isScoped ? [m.print_form_scope({}, say)] : []), ...unchecked],
          },
        ]),
    ...(mode === 'copy' ? [] : [{ title: m.print_form_back({}, say), texts: [back] }]),
  ];
}
