import { defineField } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'city',
  of: ['site'],
  type: text(300),
  label: { en: 'City', fr: 'Ville', es: 'Ciudad' },
  counts: 'score',
  form: {
    site: { order: 40, isOptional: true },
  },
});
