import { m } from '~/paraglide/messages';
import type { MemberLocale } from '~/locales/member-locales';
import type { Finding } from '~/documents/verification/compare/findings';
import type { ReportKind } from '~/documents/verification/compare/report-kinds';
import type { NoticeReason } from './issued-report';

export type Say = { locale?: MemberLocale };

/** As many runs of page numbers as are written out. */
const mostRuns = 30;

/** Numbers of pages as people write them: 3, 5–9. */
export function writePages(pages: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  const written = runs.slice(0, mostRuns).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `${written.join(', ')}${runs.length > mostRuns ? ' …' : ''}`;
}

/** What was found, in one sentence. */
export function findingLabel(finding: Finding, say: Say = {}): string {
  switch (finding.kind) {
    case 'data-changed':
      return m.verification_found_data_changed({}, say);
    case 'other-report':
      return m.verification_found_other_report({}, say);
    case 'pages-removed':
      return m.verification_found_pages_removed({ pages: writePages(finding.pages) }, say);
    case 'pages-added':
      return m.verification_found_pages_added({ pages: writePages(finding.pages) }, say);
    case 'pages-moved':
      return m.verification_found_pages_moved({ pages: writePages(finding.pages) }, say);
    case 'pages-changed':
      return m.verification_found_pages_changed({ pages: writePages(finding.pages) }, say);
    case 'annotations-changed':
      return m.verification_found_annotations_changed({ pages: writePages(finding.pages) }, say);
    case 'attachment-changed':
      return m.verification_found_attachment_changed({}, say);
    case 'attachment-added':
      return m.verification_found_attachment_added({ names: finding.names.map((name) => (name === '' ? '–' : name)).join(', ') }, say);
    case 'active-content':
      return m.verification_found_active_content({}, say);
    case 'encrypted':
      return m.verification_found_encrypted({}, say);
    case 'update-appended':
      return m.verification_found_update_appended({}, say);
    case 'signature-broken':
      return m.verification_found_signature_broken({}, say);
    case 'signature-removed':
      return m.verification_found_signature_removed({}, say);
    case 'metadata-changed':
      return m.verification_found_metadata_changed({}, say);
    case 'tags-changed':
      return m.verification_found_tags_changed({}, say);
    case 'rewritten':
      return m.verification_found_rewritten({}, say);
    case 'other-part-changed':
      return m.verification_found_other_part_changed({}, say);
  }
}

const kinds = {
  assessment: m.verification_kind_assessment,
  audit: m.verification_kind_audit,
  yearly: m.verification_kind_yearly,
  'due-diligence': m.verification_kind_due_diligence,
  monitoring: m.verification_kind_monitoring,
  'board-paper': m.verification_kind_board_paper,
  'closing-plan': m.closing_plan_title,
  list: m.verification_kind_list,
} satisfies Record<ReportKind, unknown>;
export const reportKindLabel = (kind: ReportKind, say: Say = {}): string => kinds[kind]({}, say);

const reasons = {
  error: m.verification_reason_error,
  'new-information': m.verification_reason_new_information,
  'issued-by-mistake': m.verification_reason_issued_by_mistake,
  'not-stated': m.verification_reason_not_stated,
} satisfies Record<NoticeReason, unknown>;
export const noticeReasonLabel = (reason: NoticeReason, say: Say = {}): string => reasons[reason]({}, say);
