import { defineField } from './definition/define-field';
import { groupOfPeople } from './definition/field-types';

export const field = defineField({
  key: 'femaleWorkers',
  of: ['site'],
  type: groupOfPeople(),
  label: { en: 'Women', fr: 'Femmes', es: 'Mujeres' },
  counts: 'sex',
  form: {
    site: { order: 110, isOptional: true },
  },
});
