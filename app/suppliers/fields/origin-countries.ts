import { defineField } from './definition/define-field';
import { countries } from './definition/field-types';

export const field = defineField({
  key: 'originCountries',
  of: ['labourRecruiter'],
  type: countries(),
  label: { en: 'Countries of recruitment', fr: 'Pays de recrutement', es: 'Países de contratación' },
  counts: 'recruiter-review',
  form: {
    labourRecruiter: { order: 50 },
  },
  column: ['labourRecruiter'],
});
