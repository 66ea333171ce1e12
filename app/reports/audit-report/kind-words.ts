import { m } from '~/paraglide/messages';
import type { AuditReportKind } from './vocabulary';
import type { Say } from './words';

const titles = {
  full: m.audit_report_title_full,
  plan: m.audit_report_title_plan,
  'better-work': m.audit_report_title_better_work,
  summary: m.audit_report_title_summary,
} satisfies Record<AuditReportKind, unknown>;

/** What a form of the report is called. */
export const kindWord = (kind: AuditReportKind, say: Say): string => titles[kind]({}, say);
