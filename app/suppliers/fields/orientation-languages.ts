import { defineField } from './definition/define-field';
import { languages } from './definition/field-types';

export const field = defineField({
  key: 'orientationLanguages',
  of: ['labourRecruiter'],
  type: languages(),
  label: { en: 'Orientation languages', fr: 'Langues de l’orientation', es: 'Idiomas de la orientación' },
  counts: 'recruiter-review',
  form: {
    labourRecruiter: { order: 100 },
  },
});
