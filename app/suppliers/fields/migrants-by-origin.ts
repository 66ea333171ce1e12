import { defineField } from './definition/define-field';
import { groupsByCountry } from './definition/field-types';

export const field = defineField({
  key: 'migrantsByOrigin',
  of: ['site'],
  type: groupsByCountry(),
  label: { en: 'Migrant workers by origin', fr: 'Travailleurs migrants par origine', es: 'Trabajadores migrantes por origen' },
  counts: 'score',
  form: {
    site: { order: 170, isOptional: true },
  },
});
