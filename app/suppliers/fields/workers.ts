import { defineField } from './definition/define-field';
import { people } from './definition/field-types';

export const field = defineField({
  key: 'workers',
  of: ['supplier', 'site'],
  type: people(),
  label: { en: 'Workers', fr: 'Travailleurs', es: 'Trabajadores' },
  counts: 'score',
  form: {
    supplier: { part: 'workforce', order: 10 },
    site: { order: 70 },
  },
});
