import { defineField } from './definition/define-field';
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
});
