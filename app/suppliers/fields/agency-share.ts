import { defineField } from './definition/define-field';
import { share } from './definition/field-types';

export const field = defineField({
  key: 'agencyShare',
  of: ['supplier', 'site'],
  type: share(),
  label: { en: 'Agency workers', fr: 'Travailleurs intérimaires', es: 'Trabajadores de agencia' },
  counts: 'score',
  form: {
    supplier: { part: 'workforce', order: 40 },
    site: { order: 100 },
  },
});
