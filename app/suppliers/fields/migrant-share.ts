import { defineField } from './definition/define-field';
import { share } from './definition/field-types';

export const field = defineField({
  key: 'migrantShare',
  of: ['supplier', 'site'],
  type: share(),
  label: { en: 'Migrant workers from abroad', fr: 'Travailleurs migrants de l’étranger', es: 'Trabajadores migrantes del extranjero' },
  counts: 'score',
  form: {
    supplier: { part: 'workforce', order: 20 },
    site: { order: 90 },
  },
});
