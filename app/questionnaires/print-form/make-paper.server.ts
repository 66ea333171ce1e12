import type { LocalizedInstrument } from '#scoring';
import { askedIn } from '~/questionnaires/responses/read-response.server';
import { sectionViewOf, type Viewed } from '~/questionnaires/responses/section-view.server';
import { skipText } from '~/questionnaires/question-scope/scope-labels';
import { m } from '~/paraglide/messages';
import type { PaperForm } from '~/questionnaires/print-form/paper-form/schema';
import { buildPaperForm, type PaperInput } from './model';
import type { QuestionOnPaper } from './types';

type Head = Pick<PaperInput, 'locale' | 'shown' | 'asker' | 'contact' | 'subject' | 'wayBack'>;
type OfResponse = Head & {
  response: Viewed & { status: string; dueOn: Date | null };
  /** Leaves the answers out; what facts rule out stays left out. */
  isBlank: boolean;
  /** The sections that the reader was given; none: all. */
  sections?: readonly string[];
};

const nothing = { answers: new Map(), evidenceOf: new Map() };

/** The questionnaire of a response for paper: what is asked of it now, by the same code as its pages, and what was answered. */
export function paperOfResponse({ response, isBlank, sections = [], ...head }: OfResponse): PaperForm {
  const viewed = isBlank ? { ...response, ...nothing } : response;
  const days = [...viewed.answers.values()].map(({ answeredAt }) => answeredAt.toISOString().slice(0, 10)).sort();
  const { asked, skipped } = askedIn(viewed);
  const leftOut = head.shown.sections.flatMap((section) =>
    section.questions.flatMap(({ key, dependsOn }): [string, string][] => {
      if (asked.has(key)) return [];
      const skip = skipped.get(key);
      const say = { locale: head.locale };
      return [[key, skip ? skipText(skip, say) : m.respondent_not_asked({ question: key, because: dependsOn?.question ?? '' }, say)]];
    }),
  );
  return buildPaperForm({
    ...head,
    dueOn: response.dueOn,
    mode: days.length === 0 ? 'blank' : response.status === 'open' ? 'part' : 'copy',
    questions: questionsOn(head.shown, viewed),
    leftOut: new Map(leftOut),
    isScoped: leftOut.length > 0,
    sections,
    answeredOn: days.at(-1) ?? null,
  });
}

/** A questionnaire for paper, released or own, a draft too: every question, with nothing answered. */
export function paperOfInstrument(head: Head): PaperForm {
  const viewed: Viewed = { instrumentKey: head.shown.key, ...nothing, scope: null, opened: [], party: { supplier: null } };
  return buildPaperForm({
    ...head,
    dueOn: null,
    mode: 'blank',
    questions: questionsOn(head.shown, viewed),
    leftOut: new Map(),
    isScoped: false,
    sections: [],
    answeredOn: null,
  });
}

function questionsOn(shown: LocalizedInstrument, response: Viewed): Map<string, QuestionOnPaper> {
  return new Map(
    shown.sections.flatMap(({ key: sectionKey }) =>
      (sectionViewOf(shown, { response, sectionKey, withUnasked: false, contradictions: [] })?.questions ?? []).map(
        (question) => [question.key, question] as const,
      ),
    ),
  );
}
