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
  en: ['postal code', 'postcode', 'post code', 'zip', 'zip code', 'zipcode', 'postal zip code', 'zip postal code'],
  fr: ['code postal', 'cp'],
  de: ['plz', 'postleitzahl', 'plz nr'],
  es: ['codigo postal', 'codigo zip', 'c p'],
  pt: ['cep', 'codigo de enderecamento postal'],
  it: ['cap'],
  vi: ['ma buu dien', 'ma buu chinh', 'ma buu cuc', 'ma zip', 'ma vung buu chinh'],
  tr: ['posta kodu', 'pk'],
  id: ['kode pos'],
  zh: ['邮编', '邮政编码', '郵遞區號', '郵編'],
  ja: ['郵便番号'],
  telling: { rank: 70, words: ['postal code', 'zip code', 'postcode', 'postleitzahl', 'code postal'] },
});
