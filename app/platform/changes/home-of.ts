import type { Member } from '~/access/require-member.server';
import type { HomeKind } from './change-source';

/** The kind of home page: for lenders, for auditors, or for companies. */
export function homeOf({ role, organization, can }: Pick<Member, 'role' | 'organization' | 'can'>): HomeKind {
  if (organization.kind === 'lender' && can('read:deal')) return 'lender';
  return (role === 'auditor' || organization.kind === 'audit-firm') && can('read:audit') ? 'auditor' : 'company';
}

/** Who plans audits answers for the firm, not for the own visits alone. */
export const answersForFirm = (can: Member['can']): boolean => can('plan:audit') && can('edit:commission');
