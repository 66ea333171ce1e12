import {
  controlDomains,
  evidenceGrades,
  findingGrades,
  findingStatuses,
  housingChoices,
  subcontractingChoices,
  workerVoiceChoices,
} from '#scoring';
import { bandWord, componentWord, domainWord } from '~/charts/words';
import { choiceWord, evidenceWord, gradeWord, statusWord } from '~/locales/method-words';
import { m } from '~/paraglide/messages';

type Words = Readonly<Record<string, (() => string) | undefined>>;

const wordsOf = <Word extends string>(list: readonly Word[], say: (word: Word) => string): Words =>
  Object.fromEntries(list.map((word) => [word, () => say(word)]));

const components: Words = {
  country: () => componentWord('country'),
  sector: () => componentWord('sector'),
  product: () => componentWord('product'),
  migrant: () => componentWord('migrant'),
  debt: () => componentWord('debt'),
  agency: () => componentWord('agency'),
  subcontracting: () => componentWord('subcontracting'),
  housing: () => componentWord('housing'),
  seasonal: () => componentWord('seasonal'),
  vulnerable: () => componentWord('vulnerable'),
  voice: () => componentWord('voice'),
};

const blend: Words = {
  governance: m.method_part_governance,
  trafficking: m.method_part_trafficking,
  legal: m.method_part_legal,
  informality: m.method_part_informality,
  conflict: m.method_part_conflict,
  displacement: m.method_part_displacement,
};

/** Which names stand in a parameter's value; what is not listed keeps the method's own name. */
const namesOf: Readonly<Record<string, Words | undefined>> = {
  'R1.weights': blend,
  'R3.shares': {
    pair: m.method_key_pair,
    inputs: m.method_key_inputs,
    elsewhere: m.method_key_elsewhere,
    inputsElsewhere: m.method_key_inputs_elsewhere,
    none: m.method_key_not_listed,
    priority: m.method_key_priority,
  },
  'R4.weights': components,
  'R4.subcontracting': wordsOf(subcontractingChoices, choiceWord),
  'R4.housing': wordsOf(housingChoices, choiceWord),
  'R4.voice': wordsOf(workerVoiceChoices, choiceWord),
  'R4.vulnerable': { each: m.method_key_each, cap: m.method_key_cap },
  'R5.domains': wordsOf(controlDomains, domainWord),
  'R5.evidence': wordsOf(evidenceGrades, evidenceWord),
  'R5.answers': { yes: m.shell_yes, partial: m.method_answer_partial, no: m.shell_no },
  'R6.severity': wordsOf(findingGrades, gradeWord),
  'R6.status': wordsOf(findingStatuses, statusWord),
  'R8.prior': { point: m.method_key_point, low: m.method_column_low, high: m.method_column_high },
  'R8.bands': {
    moderate: () => bandWord('moderate'),
    elevated: () => bandWord('elevated'),
    high: () => bandWord('high'),
    severe: () => bandWord('severe'),
  },
  'R8.confidence': { medium: m.report_confidence_medium, high: m.report_confidence_high },
  'R8.reliability': { confirmed: m.method_confidence_confirmed, derived: m.method_confidence_derived, memory: m.method_confidence_memory },
};

/** The name of a part of a parameter's value. `isCode` where it is the method's own name. */
export function partName(parameterId: string, key: string): { text: string; isCode: boolean } {
  const word = namesOf[parameterId]?.[key];
  return word ? { text: word(), isCode: false } : { text: key, isCode: true };
}
