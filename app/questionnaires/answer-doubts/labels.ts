import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { Doubt, DoubtKind } from './pattern';

const labels = {
  'faster-than-reading': m.answer_doubts_faster_than_reading,
  'one-answer-throughout': m.answer_doubts_one_answer_throughout,
  'repeating-pattern': m.answer_doubts_repeating_pattern,
  'perfect-without-evidence': m.answer_doubts_perfect_without_evidence,
  'same-notes': m.answer_doubts_same_notes,
  'same-answers': m.answer_doubts_same_answers,
  'same-file': m.answer_doubts_same_file,
  'file-in-many-sections': m.answer_doubts_file_in_many_sections,
  'one-address': m.answer_doubts_one_address,
  'one-device': m.answer_doubts_one_device,
  'better-once-sent-back': m.answer_doubts_better_once_sent_back,
  'better-without-evidence': m.answer_doubts_better_without_evidence,
  'fewer-questions': m.answer_doubts_fewer_questions,
  'shares-over-all': m.answer_doubts_shares_over_all,
  'expired-evidence': m.answer_doubts_expired_evidence,
  'small-picture': m.answer_doubts_small_picture,
  'common-note': m.answer_doubts_common_note,
  'same-in-group': m.answer_doubts_same_in_group,
} satisfies Record<DoubtKind, () => string>;

export const doubtLabel = (kind: DoubtKind): string => labels[kind]();

type Figures = (name: string) => string;
const sentences = {
  'faster-than-reading': (figure) => m.answer_doubts_faster_than_reading_text({ seconds: figure('seconds'), answers: figure('answers') }),
  'one-answer-throughout': (figure) => m.answer_doubts_one_answer_throughout_text({ same: figure('same'), of: figure('of') }),
  'repeating-pattern': (figure) => m.answer_doubts_repeating_pattern_text({ answers: figure('answers'), period: figure('period') }),
  'perfect-without-evidence': (figure) =>
    m.answer_doubts_perfect_without_evidence_text({ best: figure('best'), of: figure('of'), files: figure('files') }),
  'same-notes': (figure) => m.answer_doubts_same_notes_text({ notes: figure('notes') }),
  'same-answers': (figure) => m.answer_doubts_same_answers_text({ answers: figure('answers'), rare: figure('rare') }),
  'same-file': (figure) => m.answer_doubts_same_file_text({ files: figure('files') }),
  'file-in-many-sections': (figure) => m.answer_doubts_file_in_many_sections_text({ sections: figure('sections') }),
  'one-address': (figure) => m.answer_doubts_one_address_text({ suppliers: figure('suppliers') }),
  'one-device': (figure) => m.answer_doubts_one_device_text({ suppliers: figure('suppliers'), days: figure('days') }),
  'better-once-sent-back': (figure) => m.answer_doubts_better_once_sent_back_text({ answers: figure('answers') }),
  'better-without-evidence': (figure) => m.answer_doubts_better_without_evidence_text({ answers: figure('answers') }),
  'fewer-questions': (figure) => m.answer_doubts_fewer_questions_text({ questions: figure('questions') }),
  'shares-over-all': (figure) => m.answer_doubts_shares_over_all_text({ percent: figure('percent') }),
  'expired-evidence': (figure) => m.answer_doubts_expired_evidence_text({ files: figure('files') }),
  'small-picture': (figure) => m.answer_doubts_small_picture_text({ files: figure('files') }),
  'common-note': (figure) => m.answer_doubts_common_note_text({ suppliers: figure('suppliers') }),
  'same-in-group': (figure) => m.answer_doubts_same_in_group_text({ companies: figure('companies') }),
} satisfies Record<DoubtKind, (figure: Figures) => string>;

/** What was seen, in figures, and what a reviewer may ask. */
export const doubtSentence = ({ kind, figures }: Pick<Doubt, 'kind' | 'figures'>): string =>
  sentences[kind]((name) => formatNumber(figures[name] ?? 0, { digits: 1 }));
