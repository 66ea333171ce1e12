import type { QuestionView } from '~/questionnaires/responses/section-view.server';

/** What paper needs of a question as the pages show it: its choices, its shares, the people counted and what was answered. */
export type QuestionOnPaper = Pick<QuestionView, 'choices' | 'facts' | 'people' | 'value' | 'note'>;
