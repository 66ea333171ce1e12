import { defineField } from './definition/define-field';
import { groupOfPeople } from './definition/field-types';

export const field = defineField({
  key: 'agencyWorkers',
  of: ['site'],
  type: groupOfPeople(),
  label: { en: 'Agency workers', fr: 'Travailleurs intérimaires', es: 'Trabajadores de agencia' },
  counts: 'score',
  form: {
    site: { order: 130, isOptional: true },
  },
});
