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
  'read:assessment',
  'open:assessment',
  'ask:supplier',
  'answer:assessment',
  'submit:assessment',
  'reopen:assessment',
  'approve:assessment',
  'edit:instrument',
  'edit:reference-table',
  'read:audit',
  'plan:audit',
  'record:audit',
  'approve:audit',
  'grade:evidence',
  'read:finding',
  'edit:finding',
  'edit:action',
  'verify:action',
  'raise:override',
  'propose:lifting',
  'decide:lifting',
  'decide:alert',
  'open:case',
  'read:transaction',
  'edit:transaction',
  'decide:transaction',
  'run:score',
  'read:report',
  'prepare:report',
  'share:report',
  'share:answers',
  'receive:grant',
  'read:activity',
] as const;
export type Permission = (typeof permissions)[number];

const reading: Permission[] = [
  'read:organization',
  'read:member',
  'read:supplier',
  'export:supplier',
  'read:assessment',
  'read:finding',
  'read:report',
  'read:transaction',
];

const matrix: Record<Role, readonly Permission[]> = {
  owner: permissions,
  manager: permissions.filter((permission) => permission !== 'edit:organization' && permission !== 'edit:member'),
  auditor: [
    ...reading,
    'read:audit',
    'record:audit',
    'open:assessment',
    'ask:supplier',
    'answer:assessment',
    'submit:assessment',
    'grade:evidence',
    'edit:finding',
    'edit:action',
    'verify:action',
    'propose:lifting',
    'open:case',
    'edit:transaction',
    'prepare:report',
    'receive:grant',
    'read:activity',
  ],
  reviewer: [
    ...reading,
    'read:audit',
    'approve:audit',
    'reopen:assessment',
    'approve:assessment',
    'grade:evidence',
    'verify:action',
    'decide:lifting',
    'open:case',
    'decide:transaction',
    'prepare:report',
    'receive:grant',
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
