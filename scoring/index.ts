/** The only door of the scoring room. */
export { assess, explain, scoreMany } from './engine/assess.ts';
export { componentLabels, domainLabels } from './engine/labels.ts';
export { engineVersion } from './engine/version.ts';
export { allParameters, type Parameter, type ParameterId, type ParameterValue, parameterAt } from './parameters/at.ts';
export * from './reference/at.ts';
export * from './types.ts';
export * from './vocabulary.ts';
