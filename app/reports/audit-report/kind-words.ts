import { m } from '~/paraglide/messages';
import type { AuditReportKind } from './vocabulary';
import type { Say } from './words';

const titles = {
  full: m.auditreport_title_full,
  plan: m.auditreport_title_plan,
  'better-work': m.auditreport_title_better_work,
  summary: m.auditreport_title_summary,
} satisfies Record<AuditReportKind, unknown>;

/** What a form of the report is called. */
export const kindWord = (kind: AuditReportKind, say: Say): string => titles[kind]({}, say);
