import { defineField, defineHeaders } from './definition/define-field';
import { sectorCode } from './definition/field-types';

export const field = defineField({
  key: 'sector',
  of: ['supplier'],
  type: sectorCode(),
  label: { en: 'Sector (ISIC Rev. 4)', fr: 'Secteur (CITI Rév. 4)', es: 'Sector (CIIU Rev. 4)' },
  counts: 'score',
  form: {
    supplier: { part: 'identity', order: 30 },
  },
  import: { order: 130, label: { en: 'Sector', fr: 'Secteur', es: 'Sector' }, to: ['supplier'], isReadApart: true },
  column: ['supplier'],
  export: { heading: 'sector', order: 40 },
  report: { order: 20, label: { en: 'Sector', fr: 'Secteur', es: 'Sector' } },
});

export const headers = defineHeaders({
  en: [
    'sector',
    'industry',
    'industry sector',
    'sector product type',
    'isic',
    'isic 4',
    'isic code',
    'isic division',
    'nace',
    'nace code',
    'nace rev 2',
    'naics',
    'naics code',
    'naics 2017',
    'branch',
    'business sector',
  ],
  fr: ['secteur', 'secteur d activite'],
  de: ['industrie', 'branche', 'wirtschaftszweig'],
  es: ['industria', 'rubro'],
  pt: ['setor', 'ramo'],
  it: ['settore'],
  nl: ['sectoren'],
  vi: ['nganh', 'nganh nghe', 'linh vuc'],
  tr: ['sektor'],
  zh: ['行业', '行業'],
  ja: ['業種'],
  telling: { rank: 160, words: ['industry', 'sector', 'naics', 'nace code', 'nace rev', 'isic'] },
});
