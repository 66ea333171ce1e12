import { m } from '~/paraglide/messages';
import type { MemberLocale } from '~/locales/member-locales';

/** The forms in which the same report is given. */
export const auditReportKinds = ['full', 'plan', 'better-work', 'summary'] as const;
export type AuditReportKind = (typeof auditReportKinds)[number];
/** Those that print photos. */
export const kindsWithPhotos: readonly AuditReportKind[] = ['full', 'better-work'];

const titles = {
  full: m.audit_report_title_full,
  plan: m.audit_report_title_plan,
  'better-work': m.audit_report_title_better_work,
  summary: m.audit_report_title_summary,
} satisfies Record<AuditReportKind, unknown>;

/** What a form of the report is called. */
export const kindLabel = (kind: AuditReportKind, say: { locale: MemberLocale }): string => titles[kind]({}, say);
