import type { Permission, Role } from '~/access/permissions';
import { m } from '~/paraglide/messages';

/** A role's name in the reader's language. */
export function roleName(role: Role): string {
  switch (role) {
    case 'owner':
      return m.accounts_role_owner();
    case 'manager':
      return m.accounts_role_manager();
    case 'auditor':
      return m.accounts_role_auditor();
    case 'reviewer':
      return m.accounts_role_reviewer();
    case 'viewer':
      return m.accounts_role_viewer();
  }
}

const permissionNames = {
  'read:organization': m.accounts_may_read_organization,
  'edit:organization': m.accounts_may_edit_organization,
  'read:member': m.accounts_may_read_member,
  'edit:member': m.accounts_may_edit_member,
  'read:supplier': m.accounts_may_read_supplier,
  'edit:supplier': m.accounts_may_edit_supplier,
  'import:supplier': m.accounts_may_import_supplier,
  'export:supplier': m.accounts_may_export_supplier,
  'assign:supplier': m.ownership_may_assign,
  'edit:tag': m.tags_may_edit,
  'write:note': m.notes_may_write,
  'edit:task': m.tasks_may_edit,
  'read:response': m.accounts_may_read_assessment,
  'open:response': m.accounts_may_open_assessment,
  'ask:supplier': m.requests_may_ask,
  'answer:response': m.accounts_may_answer_assessment,
  'submit:response': m.accounts_may_submit_assessment,
  'reopen:response': m.accounts_may_reopen_assessment,
  'approve:response': m.accounts_may_approve_assessment,
  'edit:template': m.builder_may_edit_instrument,
  'edit:reference-table': m.reference_tables_permission,
  'read:audit': m.audits_may_read,
  'plan:audit': m.audits_may_plan,
  'record:audit': m.audits_may_record,
  'approve:audit': m.audits_may_approve,
  'read:commission': m.commissions_may_read,
  'edit:commission': m.commissions_may_edit,
  'grade:evidence': m.accounts_may_grade_evidence,
  'read:finding': m.accounts_may_read_finding,
  'edit:finding': m.accounts_may_edit_finding,
  'edit:corrective-action': m.accounts_may_edit_action,
  'verify:corrective-action': m.accounts_may_verify_action,
  'raise:override': m.override_waivers_may_raise,
  'propose:waiver': m.override_waivers_may_propose,
  'decide:waiver': m.override_waivers_may_decide,
  'decide:alert': m.alerts_may_decide,
  'open:sensitive-case': m.sensitive_cases_may_open,
  'read:deal': m.deals_may_read,
  'edit:deal': m.deals_may_edit,
  'decide:deal': m.deals_may_decide,
  'run:score': m.accounts_may_run_score,
  'read:report': m.accounts_may_read_report,
  'prepare:report': m.accounts_may_prepare_report,
  'issue:board-paper': m.accounts_may_issue_board_paper,
  'share:report': m.accounts_may_share_report,
  'share:answers': m.shared_access_may_share,
  'receive:shared-access': m.shared_access_may_receive,
  'read:activity': m.accounts_may_read_activity,
} satisfies Record<Permission, () => string>;

/** A permission in the reader's language. */
export function permissionName(permission: Permission): string {
  return permissionNames[permission]();
}

/** "Too many attempts", with the waiting time rounded up to minutes. */
export function limitedMessage(retryAfterSeconds: number): string {
  return m.accounts_problem_limited({ minutes: Math.ceil(retryAfterSeconds / 60) });
}

/** What an organization is, in the reader's language. */
export function organizationKindName(kind: string): string {
  switch (kind) {
    case 'audit-firm':
      return m.accounts_kind_audit_firm();
    case 'lender':
      return m.accounts_kind_lender();
    default:
      return m.accounts_kind_company();
  }
}
