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
  question: {
    order: 20,
    text: 'From another part of this country',
    label: {
      en: 'Share of workers from another part of the country',
      fr: 'Part de travailleurs venus d’une autre région du pays',
      es: 'Proporción de trabajadores de otra parte del país',
    },
  },
});
