import { defineField } from './definition/define-field';
import { groupOfPeople } from './definition/field-types';

export const field = defineField({
  key: 'maleWorkers',
  of: ['site'],
  type: groupOfPeople(),
  label: { en: 'Men', fr: 'Hommes', es: 'Hombres' },
  counts: 'sex',
  form: {
    site: { order: 120, isOptional: true },
  },
});
