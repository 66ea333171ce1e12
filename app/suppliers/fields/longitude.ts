import { defineField } from './definition/define-field';
import { degrees } from './definition/field-types';

const error = {
  en: 'Enter a longitude from −180 to 180, or leave it empty.',
  fr: 'Indiquez une longitude de −180 à 180, ou laissez vide.',
  es: 'Escriba una longitud de −180 a 180 o deje el campo vacío.',
};

export const field = defineField({
  key: 'longitude',
  of: ['site'],
  type: degrees(180, error),
  label: { en: 'Longitude', fr: 'Longitude', es: 'Longitud' },
  counts: 'score',
  form: {
    site: { order: 210, isOptional: true },
  },
});
