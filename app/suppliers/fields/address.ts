import { defineField } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'address',
  of: ['site'],
  type: text(1000),
  label: { en: 'Address', fr: 'Adresse', es: 'Dirección' },
  counts: 'score',
  form: {
    site: { order: 60, isOptional: true },
  },
});
