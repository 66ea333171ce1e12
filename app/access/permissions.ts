/** The roles of a member, and what each may do. Pure: the server asks it, the interface hides by it. */
export const roles = ['owner', 'manager', 'auditor', 'reviewer', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'read:organization',
  'edit:organization',
  'read:member',
  'edit:member',
  'read:supplier',
  'edit:supplier',
  'import:supplier',
  'export:supplier',
  'assign:supplier',
  'edit:tag',
  'write:note',
  'edit:task',
  'read:response',
  'open:response',
  'ask:supplier',
  'answer:response',
  'submit:response',
  'reopen:response',
  'approve:response',
  'edit:template',
  'edit:reference-table',
  'read:audit',
  'plan:audit',
  'record:audit',
  'approve:audit',
  'read:commission',
  'edit:commission',
  'grade:evidence',
  'read:finding',
  'edit:finding',
  'edit:corrective-action',
  'verify:corrective-action',
  'raise:override',
  'propose:waiver',
  'decide:waiver',
  'decide:alert',
  'open:sensitive-case',
  'read:deal',
  'edit:deal',
  'decide:deal',
  'run:score',
  'read:report',
  'prepare:report',
  'issue:board-paper',
  'share:report',
  'share:answers',
  'receive:shared-access',
  'read:activity',
] as const;
export type Permission = (typeof permissions)[number];

const reading: Permission[] = [
  'read:organization',
  'read:member',
  'read:supplier',
  'export:supplier',
  'read:response',
  'read:finding',
  'read:report',
  'read:deal',
];

const matrix: Record<Role, readonly Permission[]> = {
  owner: permissions,
  manager: permissions.filter((permission) => permission !== 'edit:organization' && permission !== 'edit:member'),
  auditor: [
    ...reading,
    'edit:tag',
    'write:note',
    'edit:task',
    'read:audit',
    'record:audit',
    'open:response',
    'ask:supplier',
    'answer:response',
    'submit:response',
    'grade:evidence',
    'edit:finding',
    'edit:corrective-action',
    'verify:corrective-action',
    'propose:waiver',
    'open:sensitive-case',
    'edit:deal',
    'prepare:report',
    'receive:shared-access',
    'read:activity',
  ],
  reviewer: [
    ...reading,
    'edit:tag',
    'write:note',
    'edit:task',
    'read:audit',
    'read:commission',
    'approve:audit',
    'reopen:response',
    'approve:response',
    'grade:evidence',
    'verify:corrective-action',
    'decide:waiver',
    'open:sensitive-case',
    'decide:deal',
    'prepare:report',
    'receive:shared-access',
    'read:activity',
  ],
  viewer: reading,
};

/** Whether a role may do a thing. */
export function can(role: Role, permission: Permission): boolean {
  return matrix[role].includes(permission);
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
