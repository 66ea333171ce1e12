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
  en: ['city', 'town', 'city town', 'district', 'municipality', 'locality', 'town city', 'city or town', 'city district'],
  fr: ['ville', 'commune', 'localite', 'ville commune'],
  de: ['stadt', 'ort', 'stadt ort', 'ort stadt', 'ortschaft', 'gemeinde'],
  es: ['ciudad', 'municipio', 'localidad', 'poblacion', 'ciudad municipio'],
  pt: ['cidade', 'localidade', 'cidade municipio'],
  it: ['citta', 'comune'],
  nl: ['plaats', 'stad'],
  vi: ['thanh pho', 'quan huyen', 'tp', 'quan', 'huyen', 'thi xa', 'quan huyen thi xa', 'quan thi xa'],
  tr: ['sehir', 'ilce', 'il ilce', 'sehir ilce', 'ilce sehir'],
  id: ['kota', 'kabupaten', 'kota kabupaten', 'kabupaten kota', 'kab kota'],
  zh: ['城市', '市', '所在城市', '地市'],
  ja: ['市'],
});
