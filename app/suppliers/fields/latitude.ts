import { defineField, defineHeaders } from './definition/define-field';
import { degrees } from './definition/field-types';

const error = {
  en: 'Enter a latitude from −90 to 90, or leave it empty.',
  fr: 'Indiquez une latitude de −90 à 90, ou laissez vide.',
  es: 'Escriba una latitud de −90 a 90 o deje el campo vacío.',
};

export const field = defineField({
  key: 'latitude',
  of: ['site'],
  type: degrees(90, error),
  label: { en: 'Latitude', fr: 'Latitude', es: 'Latitud' },
  counts: 'score',
  form: {
    site: { order: 200, isOptional: true },
  },
  import: { column: 'lat', order: 110, to: ['site'], isReadApart: true },
  column: ['site'],
});

export const headers = defineHeaders({
  en: ['lat', 'latitude', 'y', 'gps latitude'],
  de: ['breitengrad', 'breite'],
  es: ['latitud'],
  it: ['latitudine'],
  nl: ['breedtegraad'],
  vi: ['vi do'],
  tr: ['enlem'],
  id: ['lintang'],
  zh: ['纬度'],
  ja: ['緯度'],
  telling: { rank: 80, words: ['latitude'] },
});
