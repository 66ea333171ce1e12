import { defineField, defineHeaders } from './definition/define-field';
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
  import: { order: 80, to: ['site'] },
  column: ['site'],
});

export const headers = defineHeaders({
  en: ['city', 'town', 'city town', 'district', 'municipality'],
  fr: ['ville', 'commune'],
  de: ['stadt', 'ort'],
  es: ['ciudad', 'municipio'],
  pt: ['cidade'],
  it: ['citta', 'comune'],
  nl: ['plaats', 'stad'],
  vi: ['thanh pho', 'quan huyen'],
  tr: ['sehir', 'ilce'],
  id: ['kota'],
  zh: ['城市'],
  ja: ['市'],
});
