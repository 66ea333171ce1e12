import type { FindingFields } from '~/findings/findings/fields';

/** A complete finding. */
export const wholeFinding: FindingFields = {
  text: 'Passports lie in the office safe.',
  grade: 'major',
  evidenceGrade: 'audit-unannounced',
  frequency: 'continuous',
  people: 12,
  extent: 'systemic',
  rootCause: '',
  lawReference: '',
  lawUrl: null,
  codeReference: '',
  codeUrl: null,
  methods: ['document', 'worker'],
  agreement: 'agree',
  evidenceIds: [],
  fileIds: [],
  evidenceSeen: 'The safe in the office of personnel, opened by its head.',
  question: null,
  compliancePoint: null,
  indicator: null,
  isLegalContext: false,
  repeatOfId: null,
  restrictedNote: '',
  dueOn: null,
};
