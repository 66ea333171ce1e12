import { housingChoices } from '#scoring';
import { defineField } from './definition/define-field';
import { choice } from './definition/field-types';

const texts = {
  none: { en: 'None', fr: 'Aucun', es: 'Ninguno' },
  optional: { en: 'Optional', fr: 'Facultatif', es: 'Opcional' },
  tied: { en: 'Tied to the job', fr: 'Lié à l’emploi', es: 'Ligado al empleo' },
  'tied-remote': {
    en: 'Tied to the job, remote location',
    fr: 'Lié à l’emploi, en lieu isolé',
    es: 'Ligado al empleo, en un lugar apartado',
  },
};

export const field = defineField({
  key: 'housing',
  of: ['supplier', 'site'],
  type: choice(housingChoices, texts),
  label: { en: 'Employer-provided housing', fr: 'Logement fourni par l’employeur', es: 'Alojamiento proporcionado por el empleador' },
  counts: 'score',
  form: {
    supplier: { part: 'conditions', order: 20 },
    site: { order: 180 },
  },
});
