import { csvLine } from '~/platform/lists/csv';
import { memberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import type { MapReport } from '~/documents/pdf/map-report/schema';
import { formatDate } from '~/ui/format';
import { type SharedContent, wordSections } from './read-shared-content.server';

type Open = Extract<SharedContent, { kind: 'open' }>;

/** The frozen answers as hashed, with the terms of access. `contentHash`: SHA-256 of `content` in RFC 8785 form. */
export function sharedJson({ grant, content, contentHash }: Open): string {
  const { granter, recipient, purpose, reason, expiresAt } = grant;
  const shared = {
    format: 'shared-answers/1',
    from: granter,
    to: recipient,
    purpose,
    reason,
    until: expiresAt.toISOString(),
    sections: grant.sections.map(({ key }) => key),
    contentHash,
    content,
  };
  return `${JSON.stringify(shared, null, 2)}\n`;
}

/** One row per question, in the reader's language; no cell begins a formula. */
export function sharedCsv({ grant, content }: Open): string {
  const head = ['section', 'section_title', 'question', 'text', 'answer', 'note', 'answered_on'];
  const lines = wordSections(grant, content).flatMap((section) =>
    section.questions.map((question) =>
      csvLine([section.key, section.title, question.key, question.text, question.answer, question.note, question.answeredOn]),
    ),
  );
  return `\ufeff${csvLine(head)}${lines.join('')}`;
}

/** The same content for print: one table per section, with owner, recipient and terms. */
export function sharedReport({ grant, content, contentHash }: Open, options: { now: Date }): MapReport {
  const share = (label: string, part: number) => ({ label, share: part });
  return {
    format: 'map-report/1',
    locale: memberLocale(getLocale()),
    preparedOn: options.now.toISOString().slice(0, 10),
    organization: grant.recipient,
    title: m.shared_access_pdf_title({ granter: grant.granter }),
    lead: [
      m.shared_access_pdf_lead({
        questionnaire: grant.instrument,
        granter: grant.granter,
        recipient: grant.recipient,
        date: formatDate(content.submittedAt),
      }),
      m.shared_access_pdf_reason({ reason: grant.reason }),
      m.shared_access_pdf_issued({ recipient: grant.recipient, date: formatDate(options.now) }),
      m.shared_access_pdf_hash({ hash: contentHash }),
    ],
    figures: [],
    tables: wordSections(grant, content).map((section) => ({
      title: section.title,
      note: '',
      columns: [
        share(m.shared_access_column_question(), 60),
        share(m.shared_access_column_answer(), 25),
        share(m.shared_access_column_given_on(), 15),
      ],
      rows: section.questions.map((question) => [
        `${question.key}  ${question.text}`,
        [question.answer ?? m.shared_access_no_answer(), question.note].filter(Boolean).join('\n'),
        question.answeredOn ? formatDate(question.answeredOn) : '–',
      ]),
    })),
  };
}
