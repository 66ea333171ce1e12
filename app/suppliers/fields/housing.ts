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
  report: {
    order: 100,
    label: { en: 'Housing', fr: 'Logement', es: 'Alojamiento' },
    choices: {
      optional: { en: 'offered, not required', fr: 'proposé, non imposé', es: 'ofrecido, no exigido' },
      tied: { en: 'tied to the job', fr: 'lié à l’emploi', es: 'ligado al empleo' },
      'tied-remote': { en: 'tied to the job and remote', fr: 'lié à l’emploi et isolé', es: 'ligado al empleo y en lugar apartado' },
    },
  },
});
