import { defineField } from './definition/define-field';
import { number } from './definition/field-types';

const error = {
  en: 'Enter a ratio of peak-season to base headcount of 1 or more, or leave it empty.',
  fr: 'Indiquez un rapport entre l’effectif de haute saison et l’effectif de base de 1 ou plus, ou laissez le champ vide.',
  es: 'Escriba una relación entre la plantilla en temporada alta y la plantilla base de 1 o más, o deje el campo vacío.',
};

/** Peak over base headcount. */
export const field = defineField({
  key: 'peakRatio',
  of: ['supplier'],
  type: number({ min: 1, max: 100, digits: 1, error }),
  label: {
    en: 'Ratio of peak-season to base headcount',
    fr: 'Rapport entre l’effectif de haute saison et l’effectif de base',
    es: 'Relación entre la plantilla en temporada alta y la plantilla base',
  },
  counts: 'score',
  form: {
    supplier: {
      part: 'workforce',
      order: 50,
      hint: {
        en: 'Peak-season headcount divided by base headcount: 1 if steady, 2 if doubled. Leave empty if unknown.',
        fr: 'Effectif de haute saison divisé par l’effectif de base : 1 s’il est stable, 2 s’il double. Laissez vide si inconnu.',
        es: 'Plantilla en temporada alta dividida por la plantilla base: 1 si es estable, 2 si se duplica. Deje vacío si se desconoce.',
      },
    },
  },
  report: { order: 110 },
  question: {
    order: 40,
    text: 'Workers in the busiest month, compared with a quiet month (1 means no difference)',
    label: {
      en: 'Ratio of peak-season to base headcount',
      fr: 'Rapport entre l’effectif de haute saison et l’effectif de base',
      es: 'Relación entre la plantilla en temporada alta y la plantilla base',
    },
    range: [1, 10],
  },
});
