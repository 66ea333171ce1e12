import { defineField } from './definition/define-field';
import { share } from './definition/field-types';

export const field = defineField({
  key: 'internalMigrantShare',
  of: ['supplier'],
  type: share(),
  label: { en: 'Internal migrant workers', fr: 'Travailleurs migrants internes', es: 'Trabajadores migrantes internos' },
  counts: 'score',
  form: {
    supplier: { part: 'workforce', order: 30 },
  },
  report: { order: 60 },
});
