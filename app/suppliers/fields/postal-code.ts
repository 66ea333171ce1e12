import { defineField } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'postalCode',
  of: ['site'],
  type: text(50),
  label: { en: 'Postal code', fr: 'Code postal', es: 'Código postal' },
  counts: 'score',
  form: {
    site: { order: 50, isOptional: true },
  },
});
