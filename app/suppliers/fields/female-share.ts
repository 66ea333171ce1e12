import { defineField, defineHeaders } from './definition/define-field';
import { share } from './definition/field-types';

export const field = defineField({
  key: 'femaleShare',
  of: ['supplier', 'site'],
  type: share(),
  label: { en: 'Women', fr: 'Femmes', es: 'Mujeres' },
  counts: 'sex',
  form: {
    site: { order: 80 },
  },
  import: { order: 160, label: { en: 'Share of women', fr: 'Part de femmes', es: 'Proporción de mujeres' }, to: ['site'], isAddedUp: true },
  column: ['site'],
});

export const headers = defineHeaders({
  en: [
    'percent female workers',
    'percent female',
    'female percent',
    'female share',
    'share of women',
    'women percent',
    'percent women',
    'female workers percent',
    'female',
    'female workers',
    'women',
    'percent of female workers',
    'women share',
    'share female',
  ],
  fr: ['part de femmes', 'percent femmes', 'femmes', 'femmes percent', 'part des femmes'],
  de: ['frauenanteil', 'frauen', 'frauen percent', 'anteil frauen'],
  es: ['mujeres', 'percent mujeres', 'porcentaje de mujeres'],
  pt: ['mulheres', 'percent mulheres'],
  it: ['donne', 'percent donne'],
  nl: ['vrouwen'],
  vi: ['ty le nu', 'lao dong nu', 'nu percent'],
  tr: ['kadin orani'],
  id: ['perempuan'],
  zh: ['女工比例', '女性比例', '女员工比例'],
  telling: { rank: 10, words: ['percent female', 'female percent', 'share female', 'women percent', 'frauenanteil', 'percent women'] },
});
