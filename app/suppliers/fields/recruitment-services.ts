import { defineField } from './definition/define-field';
import { choices } from './definition/field-types';

/** What a labour recruiter does for an employer or a worker. */
export const recruitmentServices = [
  'abroad',
  'local',
  'agency-work',
  'contract-labour',
  'papers',
  'orientation',
  'travel',
  'lodging',
  'payroll',
  'return',
] as const;

const texts = {
  abroad: { en: 'recruitment abroad', fr: 'recrutement à l’étranger', es: 'contratación en el extranjero' },
  local: { en: 'recruitment in the country of work', fr: 'recrutement dans le pays de travail', es: 'contratación en el país de trabajo' },
  'agency-work': { en: 'temporary agency work', fr: 'travail intérimaire', es: 'trabajo temporal (cesión de trabajadores)' },
  'contract-labour': {
    en: 'labour contracting',
    fr: 'fourniture de main-d’œuvre en sous-traitance',
    es: 'suministro de mano de obra mediante contrata',
  },
  papers: { en: 'visas, permits and documents', fr: 'visas, permis et documents', es: 'visados, permisos y documentos' },
  orientation: { en: 'pre-departure orientation', fr: 'orientation avant le départ', es: 'orientación antes de la partida' },
  travel: { en: 'travel', fr: 'voyage', es: 'viaje' },
  lodging: { en: 'lodging', fr: 'hébergement', es: 'alojamiento' },
  payroll: { en: 'payment of wages', fr: 'paiement des salaires', es: 'pago de los salarios' },
  return: { en: 'return to the country of origin', fr: 'retour dans le pays d’origine', es: 'regreso al país de origen' },
};

export const field = defineField({
  key: 'recruitmentServices',
  of: ['labourRecruiter'],
  type: choices(recruitmentServices, texts),
  label: { en: 'Services', fr: 'Services', es: 'Servicios' },
  counts: 'recruiter-review',
  form: {
    labourRecruiter: { order: 70 },
  },
});
