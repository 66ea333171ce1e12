import { defineField } from './definition/define-field';
import { groupOfPeople } from './definition/field-types';

export const field = defineField({
  key: 'housedWorkers',
  of: ['site'],
  type: groupOfPeople(),
  label: { en: 'Workers housed by employer', fr: 'Travailleurs logés par l’employeur', es: 'Trabajadores alojados por el empleador' },
  counts: 'other-fact',
  form: {
    site: { order: 160, isOptional: true },
  },
});
