import { defineField, defineHeaders } from './definition/define-field';
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
  import: { column: 'lng', order: 120, to: ['site'], isReadApart: true },
  column: ['site'],
});

export const headers = defineHeaders({
  en: ['lng', 'lon', 'long', 'longitude', 'x', 'gps longitude'],
  de: ['langengrad', 'lange'],
  es: ['longitud'],
  it: ['longitudine'],
  nl: ['lengtegraad'],
  vi: ['kinh do'],
  tr: ['boylam'],
  id: ['bujur'],
  zh: ['经度'],
  ja: ['経度'],
  telling: { rank: 90, words: ['longitude'] },
});
