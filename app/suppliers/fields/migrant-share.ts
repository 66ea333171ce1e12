import { defineField, defineHeaders } from './definition/define-field';
import { share } from './definition/field-types';

export const field = defineField({
  key: 'migrantShare',
  of: ['supplier', 'site'],
  type: share(),
  label: { en: 'Migrant workers from abroad', fr: 'Travailleurs migrants de l’étranger', es: 'Trabajadores migrantes del extranjero' },
  counts: 'score',
  form: {
    supplier: { part: 'workforce', order: 20 },
    site: { order: 90 },
  },
  import: {
    order: 170,
    label: { en: 'Share of migrant workers', fr: 'Part de travailleurs migrants', es: 'Proporción de trabajadores migrantes' },
    to: ['site'],
    isAddedUp: true,
  },
  column: ['supplier', 'site'],
  report: {
    order: 50,
    label: {
      en: 'Migrant workers from abroad',
      fr: 'Travailleurs migrants venus de l’étranger',
      es: 'Trabajadores migrantes del extranjero',
    },
  },
  question: {
    order: 10,
    text: 'From another country',
    label: {
      en: 'Share of workers from another country',
      fr: 'Part de travailleurs venus d’un autre pays',
      es: 'Proporción de trabajadores de otro país',
    },
  },
});

export const headers = defineHeaders({
  en: [
    'percent migrant workers',
    'percent migrant',
    'migrant percent',
    'migrant share',
    'share of migrants',
    'share of migrant workers',
    'migrant workers percent',
    'migrants',
    'migrant',
    'migrant workers',
    'percent of migrant workers',
    'foreign workers',
    'percent foreign workers',
    'foreign migrant workers',
    'share migrant',
  ],
  fr: ['part de migrants', 'travailleurs migrants', 'percent travailleurs migrants', 'percent migrants'],
  de: ['wanderarbeiter', 'wanderarbeiteranteil', 'migrantenanteil', 'anteil migranten', 'anteil wanderarbeiter', 'migranten'],
  es: ['trabajadores migrantes', 'migrantes', 'percent migrantes', 'percent trabajadores migrantes'],
  pt: ['trabalhadores migrantes'],
  it: ['lavoratori migranti', 'percent migranti'],
  vi: ['lao dong di cu', 'ty le lao dong di cu'],
  tr: ['gocmen isci', 'gocmen orani'],
  id: ['pekerja migran'],
  zh: ['外来务工人员比例', '移民工人比例', '流动工人比例'],
  telling: { rank: 20, words: ['percent migrant', 'migrant percent', 'share migrant', 'migrant worker', 'foreign worker', 'wanderarbeit'] },
});
