import { defineField, defineHeaders } from './definition/define-field';
import { text } from './definition/field-types';

export const field = defineField({
  key: 'postalCode',
  of: ['site'],
  type: text(50),
  label: { en: 'Postal code', fr: 'Code postal', es: 'Código postal' },
  counts: 'score',
  form: {
    site: { order: 50, isOptional: true },
  },
  import: { order: 100, to: ['site'] },
  column: ['site'],
});

export const headers = defineHeaders({
  en: ['postal code', 'postcode', 'post code', 'zip', 'zip code', 'zipcode', 'postal zip code'],
  fr: ['code postal', 'cp'],
  de: ['plz', 'postleitzahl'],
  es: ['codigo postal'],
  pt: ['cep'],
  it: ['cap'],
  vi: ['ma buu dien', 'ma buu chinh'],
  tr: ['posta kodu'],
  id: ['kode pos'],
  zh: ['邮编', '邮政编码'],
  ja: ['郵便番号'],
  telling: { rank: 70, words: ['postal code', 'zip code', 'postcode', 'postleitzahl', 'code postal'] },
});
