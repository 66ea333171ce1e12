/**
 * The modules of the application, lower ones first, and what each may import besides `access`, `ui` and itself. `docs/architecture.md` describes them; this is
 * the one list that the dependency rules read.
 */
const allowed = {
  platform: [],
  documents: ['platform'],
  suppliers: ['platform', 'documents'],
  // An organization is itself a party of the supply chain: creating one creates its buyer.
  organizations: ['platform', 'documents', 'suppliers'],
  questionnaires: ['platform', 'documents', 'organizations', 'suppliers'],
  findings: ['platform', 'documents', 'suppliers', 'questionnaires'],
  audits: ['platform', 'documents', 'suppliers', 'questionnaires', 'findings'],
  risk: ['platform', 'documents', 'suppliers', 'questionnaires', 'findings', 'audits'],
  'supply-chain': ['platform', 'documents', 'suppliers', 'questionnaires', 'findings', 'risk'],
  sharing: ['platform', 'documents', 'organizations', 'suppliers', 'questionnaires', 'findings', 'audits', 'risk'],
  safeguarding: ['platform', 'documents', 'suppliers', 'audits', 'risk'],
  lending: [
    'platform',
    'documents',
    'organizations',
    'suppliers',
    'questionnaires',
    'findings',
    'audits',
    'risk',
    'supply-chain',
    'sharing',
  ],
  // Reads the activity of all modules and turns it into text; `platform/activity` records it.
  'activity-log': [
    'platform',
    'documents',
    'suppliers',
    'organizations',
    'questionnaires',
    'findings',
    'audits',
    'risk',
    'sharing',
    'lending',
  ],
} as const satisfies Record<string, readonly string[]>;

export type District = keyof typeof allowed;
export const districts = Object.keys(allowed) as District[];

/** The module of a file of the application; null outside of them. */
export function districtOf(path: string): District | null {
  const folder = /^app\/([a-z-]+)\//.exec(path)?.[1];
  return districts.find((district) => district === folder) ?? null;
}

export const isDistrict = (path: string): boolean => districtOf(path) !== null;

/** Whether files of one module may import those of another. */
export const mayImport = (from: District, to: District): boolean => from === to || (allowed[from] as readonly District[]).includes(to);
