import { defineField, defineHeaders } from './definition/define-field';
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
  import: { order: 90, label: { en: 'State or province', fr: 'État ou province', es: 'Estado o provincia' }, to: ['site'] },
  column: ['site'],
});

export const headers = defineHeaders({
  en: ['state', 'province', 'state province', 'province state', 'county', 'region', 'department'],
  fr: ['departement'],
  de: ['bundesland', 'provinz', 'kanton'],
  es: ['estado', 'provincia', 'departamento'],
  pt: ['regiao'],
  it: ['regione'],
  nl: ['provincie'],
  vi: ['tinh', 'tinh thanh'],
  tr: ['il', 'bolge'],
  id: ['provinsi'],
  zh: ['省', '省份', '州'],
  ja: ['都道府県'],
});
