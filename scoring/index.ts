/** The only door of the scoring room. */
export { assess, explain, scoreMany } from './engine/assess.ts';
export { findingsFromAnswers, type RaisedFinding } from './engine/findings-from-answers.ts';
export { componentLabels, domainLabels } from './engine/labels.ts';
export { methodWarnings, type Rule, rules } from './engine/rules.ts';
export { engineVersion } from './engine/version.ts';
export * from './instruments/answers.ts';
export {
  instrument,
  instrumentKeys,
  instrumentLocales,
  localizedInstrument,
  overlayOf,
} from './instruments/at.ts';
export type {
  LocalizedChoice,
  LocalizedFact,
  LocalizedInstrument,
  LocalizedQuestion,
  LocalizedSection,
  ShownText,
} from './instruments/localize.ts';
export type { ConsistencyRule, Instrument, InstrumentOverlay, InstrumentQuestion, QuestionType } from './instruments/schema.ts';
export { allParameters, type Parameter, type ParameterId, type ParameterValue, parameterAt } from './parameters/at.ts';
export * from './reference/at.ts';
export * from './types.ts';
export * from './vocabulary.ts';
