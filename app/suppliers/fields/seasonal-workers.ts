import { defineField } from './definition/define-field';
import { groupOfPeople } from './definition/field-types';

export const field = defineField({
  key: 'seasonalWorkers',
  of: ['site'],
  type: groupOfPeople(),
  label: { en: 'Seasonal workers', fr: 'Saisonniers', es: 'Trabajadores de temporada' },
  counts: 'other-fact',
  form: {
    site: { order: 140, isOptional: true },
  },
});
