import { defineField } from './definition/define-field';
import { choice } from './definition/field-types';

/** Which of the workers that it places get an orientation before they leave. */
export const orientationChoices = ['all', 'some', 'nobody'] as const;

const texts = {
  all: { en: 'all workers', fr: 'tous les travailleurs', es: 'todos los trabajadores' },
  some: { en: 'some workers', fr: 'une partie des travailleurs', es: 'algunos trabajadores' },
  nobody: { en: 'no workers', fr: 'aucun travailleur', es: 'ningún trabajador' },
};

export const field = defineField({
  key: 'orientation',
  of: ['labourRecruiter'],
  type: choice(orientationChoices, texts, { isStrict: true }),
  label: { en: 'Pre-departure orientation', fr: 'Orientation avant le départ', es: 'Orientación antes de la partida' },
  counts: 'recruiter-review',
  form: {
    labourRecruiter: {
      order: 90,
      hint: {
        en: 'Which workers get an orientation before they leave. Its cost and who pays are recorded as cost F5.',
        fr: 'Quels travailleurs reçoivent une orientation avant de partir. Son coût et qui le paie s’enregistrent comme coût F5.',
        es: 'Qué trabajadores reciben una orientación antes de partir. Su gasto y quién lo paga se registran como gasto F5.',
      },
    },
  },
});
