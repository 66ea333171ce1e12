import type { Role } from './permissions';

export type DemonstrationAccount = { email: string; name: string; role: Role; kind: 'company' | 'lender' | 'audit-firm' };

/** The fictional people of the demonstration: one for each role of the company, three of the lender, three of the audit firm. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  { email: 'owner@demonstration.example', name: 'Owner (demonstration)', role: 'owner', kind: 'company' },
  { email: 'manager@demonstration.example', name: 'Compliance manager (demonstration)', role: 'manager', kind: 'company' },
  { email: 'auditor@demonstration.example', name: 'Auditor (demonstration)', role: 'auditor', kind: 'company' },
  { email: 'reviewer@demonstration.example', name: 'Reviewer (demonstration)', role: 'reviewer', kind: 'company' },
  { email: 'viewer@demonstration.example', name: 'Viewer (demonstration)', role: 'viewer', kind: 'company' },
  { email: 'lender-owner@demonstration.example', name: 'Lender’s owner (demonstration)', role: 'owner', kind: 'lender' },
  { email: 'lender-auditor@demonstration.example', name: 'Lender’s specialist (demonstration)', role: 'auditor', kind: 'lender' },
  { email: 'lender-reviewer@demonstration.example', name: 'Lender’s committee (demonstration)', role: 'reviewer', kind: 'lender' },
  { email: 'firm-owner@demonstration.example', name: 'Audit firm’s owner (demonstration)', role: 'owner', kind: 'audit-firm' },
  { email: 'firm-auditor@demonstration.example', name: 'Audit firm’s auditor (demonstration)', role: 'auditor', kind: 'audit-firm' },
  { email: 'firm-reviewer@demonstration.example', name: 'Audit firm’s reviewer (demonstration)', role: 'reviewer', kind: 'audit-firm' },
];
