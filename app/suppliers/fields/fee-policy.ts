import { defineField } from './definition/define-field';
import { choice } from './definition/field-types';

/** What a labour recruiter lets workers pay, as its written policy says. */
export const feePolicies = ['no-worker-costs', 'no-service-fee', 'within-law', 'workers-pay', 'none'] as const;

export const feePolicyTexts = {
  'no-worker-costs': {
    en: 'workers pay no recruitment fees or related costs',
    fr: 'les travailleurs ne paient ni commissions de recrutement ni frais connexes',
    es: 'los trabajadores no pagan comisiones de contratación ni gastos conexos',
  },
  'no-service-fee': {
    en: 'workers pay no recruitment fees, but some related costs',
    fr: 'les travailleurs ne paient pas de commissions de recrutement, mais certains frais connexes',
    es: 'los trabajadores no pagan comisiones de contratación, pero sí algunos gastos conexos',
  },
  'within-law': {
    en: 'workers pay up to the legal limit',
    fr: 'les travailleurs paient jusqu’à la limite légale',
    es: 'los trabajadores pagan hasta el límite legal',
  },
  'workers-pay': { en: 'workers pay without a limit', fr: 'les travailleurs paient sans limite', es: 'los trabajadores pagan sin límite' },
  none: { en: 'no written policy', fr: 'pas de politique écrite', es: 'sin política escrita' },
};

export const field = defineField({
  key: 'feePolicy',
  of: ['labourRecruiter'],
  type: choice(feePolicies, feePolicyTexts, { isStrict: true }),
  label: { en: 'Recruitment fee policy', fr: 'Politique sur les commissions de recrutement', es: 'Política de comisiones de contratación' },
  counts: 'recruiter-review',
  form: {
    labourRecruiter: {
      order: 80,
      hint: {
        en: 'What the written policy says. Record what workers paid under migration corridors.',
        fr: 'Ce que dit la politique écrite. Enregistrez ce que les travailleurs ont payé sous les corridors migratoires.',
        es: 'Lo que dice la política escrita. Registre lo que pagaron los trabajadores en los corredores migratorios.',
      },
      isWide: true,
    },
  },
});
