import { defineField, defineHeaders } from './definition/define-field';
import { share } from './definition/field-types';

export const field = defineField({
  key: 'agencyShare',
  of: ['supplier', 'site'],
  type: share(),
  label: { en: 'Agency workers', fr: 'Travailleurs intérimaires', es: 'Trabajadores de agencia' },
  counts: 'score',
  form: {
    supplier: { part: 'workforce', order: 40 },
    site: { order: 100 },
  },
  import: {
    order: 180,
    label: { en: 'Share of agency workers', fr: 'Part de travailleurs intérimaires', es: 'Proporción de trabajadores de agencia' },
    to: ['site'],
    isAddedUp: true,
  },
  column: ['supplier', 'site'],
  report: { order: 70 },
  question: {
    order: 30,
    text: 'Through an agency or a labour contractor',
    label: {
      en: 'Share of workers hired through an agency',
      fr: 'Part de travailleurs embauchés par une agence',
      es: 'Proporción de trabajadores contratados por agencia',
    },
  },
});

export const headers = defineHeaders({
  en: [
    'percent agency workers',
    'agency percent',
    'agency share',
    'agency workers',
    'percent agency',
    'share of agency workers',
    'temporary agency workers',
    'contract workers',
    'percent contract workers',
    'temporary workers',
    'percent temporary workers',
    'dispatched workers',
  ],
  fr: ['interimaires', 'part d interimaires', 'percent interimaires'],
  de: ['leiharbeiter', 'leiharbeitsquote', 'anteil leiharbeit', 'leiharbeit', 'zeitarbeiter', 'zeitarbeit'],
  es: ['trabajadores temporales', 'percent temporales'],
  pt: ['trabalhadores temporarios', 'terceirizados'],
  it: ['lavoratori interinali'],
  nl: ['uitzendkrachten'],
  vi: ['lao dong thoi vu'],
  tr: ['tasheron'],
  id: ['pekerja kontrak'],
  zh: ['劳务派遣比例', '派遣工比例'],
  telling: { rank: 30, words: ['percent agency', 'agency worker', 'leiharbeit'] },
});
