import { defineField } from './definition/define-field';
import { countryCode } from './definition/field-types';

export const field = defineField({
  key: 'country',
  of: ['supplier', 'site', 'labourRecruiter'],
  type: countryCode(),
  label: { en: 'Country', fr: 'Pays', es: 'País' },
  counts: 'score',
  form: {
    supplier: { part: 'identity', order: 20 },
    site: { order: 20 },
    labourRecruiter: { order: 20 },
  },
});
