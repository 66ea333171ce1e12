import type { DemonstrationAccount } from '~/access/demonstration-accounts';
import { m } from '~/paraglide/messages';

/** What a role of the demonstration is called, and what its person does here. */
export function demonstrationRole({ kind, role }: Pick<DemonstrationAccount, 'kind' | 'role'>): { name: string; text: string } {
  if (kind === 'lender') {
    if (role === 'auditor') return { name: m.demonstration_role_lender_auditor(), text: m.demonstration_role_lender_auditor_text() };
    if (role === 'reviewer') return { name: m.demonstration_role_lender_reviewer(), text: m.demonstration_role_lender_reviewer_text() };
    return { name: m.demonstration_role_lender_owner(), text: m.demonstration_role_lender_owner_text() };
  }
  if (kind === 'audit-firm') {
    if (role === 'auditor') return { name: m.demonstration_role_firm_auditor(), text: m.demonstration_role_firm_auditor_text() };
    if (role === 'reviewer') return { name: m.demonstration_role_firm_reviewer(), text: m.demonstration_role_firm_reviewer_text() };
    return { name: m.demonstration_role_firm_owner(), text: m.demonstration_role_firm_owner_text() };
  }
  switch (role) {
    case 'owner':
      return { name: m.demonstration_role_owner(), text: m.demonstration_role_owner_text() };
    case 'manager':
      return { name: m.demonstration_role_manager(), text: m.demonstration_role_manager_text() };
    case 'auditor':
      return { name: m.demonstration_role_auditor(), text: m.demonstration_role_auditor_text() };
    case 'reviewer':
      return { name: m.demonstration_role_reviewer(), text: m.demonstration_role_reviewer_text() };
    case 'viewer':
      return { name: m.demonstration_role_viewer(), text: m.demonstration_role_viewer_text() };
  }
}
