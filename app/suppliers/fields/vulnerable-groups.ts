import { vulnerableGroups } from '#scoring';
import { defineField } from './definition/define-field';
import { knownChoices } from './definition/field-types';

const texts = {
  'under-18': { en: 'Workers under 18', fr: 'Travailleurs de moins de 18 ans', es: 'Trabajadores menores de 18 años' },
  'low-literacy': { en: 'Low literacy', fr: 'Faible alphabétisation', es: 'Baja alfabetización' },
  'language-gap': {
    en: 'Workers who do not speak their supervisors’ language',
    fr: 'Travailleurs ne parlant pas la langue de leurs responsables',
    es: 'Trabajadores que no hablan el idioma de sus supervisores',
  },
  'tied-visa': { en: 'Visa tied to the employer', fr: 'Visa lié à l’employeur', es: 'Visado ligado al empleador' },
  'gendered-isolated-work': { en: 'Women in isolated work', fr: 'Femmes en travail isolé', es: 'Mujeres en trabajo aislado' },
};

export const field = defineField({
  key: 'vulnerableGroups',
  of: ['supplier'],
  type: knownChoices(vulnerableGroups, texts),
  label: { en: 'Vulnerable groups', fr: 'Groupes vulnérables', es: 'Grupos vulnerables' },
  counts: 'score',
  form: {
    supplier: { part: 'conditions', order: 50 },
  },
  report: {
    order: 120,
    choices: {
      'under-18': { en: 'workers under 18', fr: 'travailleurs de moins de 18 ans', es: 'trabajadores menores de 18 años' },
      'low-literacy': { en: 'low literacy', fr: 'faible alphabétisation', es: 'baja alfabetización' },
      'language-gap': {
        en: 'language gap with management',
        fr: 'barrière de langue avec la direction',
        es: 'barrera de idioma con la dirección',
      },
      'tied-visa': { en: 'visa tied to the employer', fr: 'visa lié à l’employeur', es: 'visado ligado al empleador' },
      'gendered-isolated-work': { en: 'women in isolated work', fr: 'femmes en travail isolé', es: 'mujeres en trabajo aislado' },
    },
  },
});
