import { expect, test } from 'vitest';
import { can, isRole, type Permission, permissions, type Role, roles } from './permissions';

/** The matrix as people agreed on it, written out by hand: a change of the code must be a change of this table too. */
const agreed: Record<Permission, string> = {
  'read:organization': 'owner manager auditor reviewer viewer',
  'edit:organization': 'owner',
  'read:member': 'owner manager auditor reviewer viewer',
  'edit:member': 'owner',
  'read:supplier': 'owner manager auditor reviewer viewer',
  'edit:supplier': 'owner manager',
  'import:supplier': 'owner manager',
  'export:supplier': 'owner manager auditor reviewer viewer',
  'assign:supplier': 'owner manager',
  'edit:tag': 'owner manager auditor reviewer',
  'write:note': 'owner manager auditor reviewer',
  'edit:task': 'owner manager auditor reviewer',
  'read:response': 'owner manager auditor reviewer viewer',
  'open:response': 'owner manager auditor',
  'ask:supplier': 'owner manager auditor',
  'answer:response': 'owner manager auditor',
  'submit:response': 'owner manager auditor',
  'reopen:response': 'owner manager reviewer',
  'approve:response': 'owner manager reviewer',
  'edit:template': 'owner manager',
  'edit:reference-table': 'owner manager',
  'read:audit': 'owner manager auditor reviewer',
  'plan:audit': 'owner manager',
  'record:audit': 'owner manager auditor',
  'approve:audit': 'owner manager reviewer',
  'read:commission': 'owner manager reviewer',
  'edit:commission': 'owner manager',
  'grade:evidence': 'owner manager auditor reviewer',
  'read:finding': 'owner manager auditor reviewer viewer',
  'edit:finding': 'owner manager auditor',
  'edit:corrective-action': 'owner manager auditor',
  'verify:corrective-action': 'owner manager auditor reviewer',
  'raise:override': 'owner manager',
  'propose:waiver': 'owner manager auditor',
  'decide:waiver': 'owner manager reviewer',
  'decide:alert': 'owner manager',
  'open:sensitive-case': 'owner manager auditor reviewer',
  'read:deal': 'owner manager auditor reviewer viewer',
  'edit:deal': 'owner manager auditor',
  'decide:deal': 'owner manager reviewer',
  'run:score': 'owner manager',
  'read:report': 'owner manager auditor reviewer viewer',
  'prepare:report': 'owner manager auditor reviewer',
  'issue:board-paper': 'owner manager',
  'share:report': 'owner manager',
  'share:answers': 'owner manager',
  'receive:shared-access': 'owner manager auditor reviewer',
  'read:activity': 'owner manager auditor reviewer',
};

test.each(permissions)('%s', (permission) => {
  expect(roles.filter((role: Role) => can(role, permission)).join(' ')).toBe(agreed[permission]);
});

test('a viewer only reads and exports; no word that is not a role passes for one', () => {
  expect(permissions.filter((permission) => can('viewer', permission) && !/^(read|export):/.test(permission))).toEqual([]);
  for (const word of ['admin', 'Owner', '', null, undefined, 'toString', 0]) expect(isRole(word)).toBe(false);
});
