import { defineField } from './definition/define-field';
import { knownCountries } from './definition/field-types';

export const field = defineField({
  key: 'migrantOrigins',
  of: ['supplier'],
  type: knownCountries(),
  label: {
    en: 'Countries of origin of migrant workers',
    fr: 'Pays d’origine des travailleurs migrants',
    es: 'Países de origen de los trabajadores migrantes',
  },
  counts: 'score',
  form: {
    supplier: { part: 'workforce', order: 60 },
  },
  report: { order: 80 },
});
