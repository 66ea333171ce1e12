import { defineField } from './definition/define-field';
import { groupOfPeople } from './definition/field-types';

export const field = defineField({
  key: 'youngWorkers',
  of: ['site'],
  type: groupOfPeople(),
  label: { en: 'Young workers (under 18)', fr: 'Jeunes travailleurs (moins de 18 ans)', es: 'Trabajadores jóvenes (menores de 18)' },
  counts: 'score',
  form: {
    site: { order: 150, isOptional: true },
  },
});
