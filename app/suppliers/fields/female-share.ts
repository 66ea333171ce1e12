import { defineField } from './definition/define-field';
import { share } from './definition/field-types';

export const field = defineField({
  key: 'femaleShare',
  of: ['supplier', 'site'],
  type: share(),
  label: { en: 'Women', fr: 'Femmes', es: 'Mujeres' },
  counts: 'sex',
  form: {
    site: { order: 80 },
  },
});
