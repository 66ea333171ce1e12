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
});
