import { workerVoiceChoices } from '#scoring';
import { defineField } from './definition/define-field';
import { choice } from './definition/field-types';

const texts = {
  independent: {
    en: 'Independent union or elected committee',
    fr: 'Syndicat indépendant ou comité élu',
    es: 'Sindicato independiente o comité elegido',
  },
  restricted: { en: 'Restricted', fr: 'Restreinte', es: 'Restringida' },
  none: { en: 'None', fr: 'Aucune', es: 'Ninguna' },
};

export const field = defineField({
  key: 'workerVoice',
  of: ['supplier', 'site'],
  type: choice(workerVoiceChoices, texts),
  label: { en: 'Worker representation', fr: 'Représentation des travailleurs', es: 'Representación de los trabajadores' },
  counts: 'score',
  form: {
    supplier: { part: 'conditions', order: 30 },
    site: { order: 190 },
  },
  report: {
    order: 130,
    choices: {
      independent: { en: 'independent body', fr: 'instance indépendante', es: 'órgano independiente' },
      restricted: { en: 'restricted', fr: 'restreinte', es: 'restringida' },
    },
  },
});
