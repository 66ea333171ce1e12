import { defineField } from './definition/define-field';
import { languages } from './definition/field-types';

export const field = defineField({
  key: 'contractLanguages',
  of: ['labourRecruiter'],
  type: languages(),
  label: { en: 'Contract languages', fr: 'Langues des contrats', es: 'Idiomas de los contratos' },
  counts: 'recruiter-review',
  form: {
    labourRecruiter: { order: 60 },
  },
});
