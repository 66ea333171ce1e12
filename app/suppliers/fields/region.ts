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
  en: [
    'state',
    'province',
    'state province',
    'province state',
    'county',
    'region',
    'department',
    'province city',
    'city province',
    'state region',
    'governorate',
    'prefecture',
    'province region',
  ],
  fr: ['departement', 'etat', 'etat province', 'province etat'],
  de: ['bundesland', 'provinz', 'kanton', 'bezirk', 'bundesland provinz'],
  es: ['estado', 'provincia', 'departamento', 'estado provincia', 'provincia estado', 'departamento provincia', 'provincia departamento'],
  pt: ['regiao', 'uf', 'estado uf', 'distrito'],
  it: ['regione'],
  nl: ['provincie'],
  vi: ['tinh', 'tinh thanh', 'tinh thanh pho', 'tinh tp', 'thanh pho tinh', 'tinh thanh pho truc thuoc trung uong'],
  tr: ['il', 'bolge', 'eyalet', 'il bolge', 'bolge il'],
  id: ['provinsi', 'provinsi kota'],
  zh: ['省', '省份', '州', '省市', '省 市', '所在省份', '地区', '省 自治区'],
  ja: ['都道府県'],
});
