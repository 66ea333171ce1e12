import { defineField } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'licence',
  of: ['labourRecruiter'],
  type: text(300),
  label: { en: 'Licence', fr: 'Licence', es: 'Licencia' },
  counts: 'recruiter-review',
  form: {
    labourRecruiter: {
      order: 30,
      hint: {
        en: 'Number and issuing authority, as printed on the licence.',
        fr: 'Numéro et autorité de délivrance, comme sur la licence.',
        es: 'Número y autoridad emisora, como figuran en la licencia.',
      },
      isOptional: true,
    },
  },
  column: ['labourRecruiter'],
});
