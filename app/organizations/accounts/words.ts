import type { Permission, Role } from '~/access/permissions';
import { m } from '~/paraglide/messages';

/** A role's name in the reader's language. */
export function roleName(role: Role): string {
  switch (role) {
    case 'owner':
      return m.account_role_owner();
    case 'manager':
      return m.account_role_manager();
    case 'auditor':
      return m.account_role_auditor();
    case 'reviewer':
      return m.account_role_reviewer();
    case 'viewer':
      return m.account_role_viewer();
  }
}

const permissionNames = {
  'read:organization': m.account_may_read_organization,
  'edit:organization': m.account_may_edit_organization,
  'read:member': m.account_may_read_member,
  'edit:member': m.account_may_edit_member,
  'read:supplier': m.account_may_read_supplier,
  'edit:supplier': m.account_may_edit_supplier,
  'import:supplier': m.account_may_import_supplier,
  'export:supplier': m.account_may_export_supplier,
  'read:assessment': m.account_may_read_assessment,
  'open:assessment': m.account_may_open_assessment,
  'ask:supplier': m.asking_may_ask,
  'answer:assessment': m.account_may_answer_assessment,
  'submit:assessment': m.account_may_submit_assessment,
  'reopen:assessment': m.account_may_reopen_assessment,
  'approve:assessment': m.account_may_approve_assessment,
  'edit:instrument': m.builder_may_edit_instrument,
  'edit:reference-table': m.edition_permission,
  'read:audit': m.audit_may_read,
  'plan:audit': m.audit_may_plan,
  'record:audit': m.audit_may_record,
  'approve:audit': m.audit_may_approve,
  'grade:evidence': m.account_may_grade_evidence,
  'read:finding': m.account_may_read_finding,
  'edit:finding': m.account_may_edit_finding,
  'edit:action': m.account_may_edit_action,
  'verify:action': m.account_may_verify_action,
  'raise:override': m.lifting_may_raise,
  'propose:lifting': m.lifting_may_propose,
  'decide:lifting': m.lifting_may_decide,
  'decide:alert': m.alert_may_decide,
  'open:case': m.matter_may_open,
  'read:transaction': m.lender_may_read,
  'edit:transaction': m.lender_may_edit,
  'decide:transaction': m.lender_may_decide,
  'run:score': m.account_may_run_score,
  'read:report': m.account_may_read_report,
  'prepare:report': m.account_may_prepare_report,
  'share:report': m.account_may_share_report,
  'share:answers': m.sharing_may_share,
  'receive:grant': m.sharing_may_receive,
  'read:activity': m.account_may_read_activity,
} satisfies Record<Permission, () => string>;

/** A permission in the reader's language. */
export function permissionName(permission: Permission): string {
  return permissionNames[permission]();
}

/** "Too many attempts", with the waiting time rounded up to minutes. */
export function limitedMessage(retryAfterSeconds: number): string {
  return m.account_problem_limited({ minutes: Math.ceil(retryAfterSeconds / 60) });
}

/** What an organization is, in the reader's language. */
export function organizationKindName(kind: string): string {
  switch (kind) {
    case 'audit-firm':
      return m.account_kind_audit_firm();
    case 'lender':
      return m.account_kind_lender();
    default:
      return m.account_kind_company();
  }
}
