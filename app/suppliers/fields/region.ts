import { defineField } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'region',
  of: ['site'],
  type: text(300),
  label: { en: 'Region', fr: 'Région', es: 'Región' },
  counts: 'score',
  form: {
    site: { order: 30, isOptional: true },
  },
});
