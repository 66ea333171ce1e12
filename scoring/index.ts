/** The only public entry of scoring. */
export { alertListsKey } from './alerts/alert-lists-key.ts';
export { detectAlerts } from './alerts/detect-alerts.ts';
export { type PresumedRegion, presumedRegionsOf } from './alerts/presumed-regions.ts';
export type { AlertComparison, AlertPlace, AlertQuery, DetectedAlert } from './alerts/types.ts';
export { type AskedQuestion, type ComplianceAnswer, type ComplianceFinding, findingOf, mergeFindings } from './compliance/finding-of.ts';
export {
  compareWithPeers,
  type FactoryAssessment,
  type IndustryRates,
  industryRates,
  latestOfEach,
  type PeerComparison,
  ratesByCycle,
} from './compliance/industry-rates.ts';
export { knownQuestions } from './compliance/known-questions.ts';
export { overridesFromCompliance } from './compliance/overrides-from-compliance.ts';
export type { Rate } from './compliance/rate.ts';
export { type FactoryReading, type PointReading, readFactory } from './compliance/read-factory.ts';
export { readCompliance } from './compliance/read-instrument.ts';
export { assess, explain, type Ranked, rankList, scoreMany } from './odds/assess.ts';
export { bandAt } from './engine/band-at.ts';
export { loadOwnTable } from './engine/load-own-table.ts';
export { hideFacts } from './engine/hide-facts.ts';
export { type FactColumns, factBit, factColumns, factFields, factWords } from './engine/columns/fact-columns.ts';
export { noBand, type ScoreColumns, scoreColumns } from './odds/columns/score-columns.ts';
export type { Drawable } from './odds/draws.ts';
export { placeList } from './odds/place-list.ts';
export type { Place } from './odds/ranks.ts';
export { type RecruitmentDebt, type Repayment, repayDebt } from './engine/repay-debt.ts';
export { corridorOf } from './odds/corridor-months.ts';
export { type CorridorDebt, corridorDebt, type DebtLevel, debtLevels, debtRatio } from './engine/corridor-debt.ts';
export { findingsFromAnswers, type RaisedFinding } from './engine/findings-from-answers.ts';
export { type MergedQuestionnaires, mergeQuestionnaires } from './engine/questionnaires/merge.ts';
export { inputHashOf } from './engine/normalise.ts';
export { parametersHash } from './engine/parameters-hash.ts';
export { domainLabels, overrideLabels } from './engine/labels.ts';
export { componentLabels } from './odds/labels.ts';
export type {
  Ends,
  Network,
  NetworkLink,
  NetworkNode,
  NetworkProblem,
  OwnScore,
  PathStep,
  Propagated,
  PropagatedNode,
  PropagationExplained,
  Standing,
} from './odds/propagation/network.ts';
export { propagate } from './odds/propagation/propagate.ts';
export { type PointOf, propagatePoint } from './odds/propagation/propagate-point.ts';
export { type Spend, sharesOfSpend } from './odds/propagation/shares-of-spend.ts';
export {
  applyResolved,
  buildSupplyGraph,
  driversOf,
  pathTo,
  resolvePropagation,
  solvePropagation,
  strongestPath,
  upstreamOf,
} from './odds/propagation/large.ts';
export type { GraphProblem, LinkColumns, Propagation, Refused, SupplyGraph } from './odds/propagation/types.ts';
export type { Numbers } from './engine/method.ts';
export { numbersAt } from './odds/parameters.ts';
export { methodWarnings, type Rule, rules, type Supplement, supplements } from './engine/rules.ts';
export { orderBySalience, type Salience, type SalienceIssue, type SalienceNumber } from './engine/salience.ts';
export { type AnswerWorth, type LowerScore, lowerScore } from './odds/sensitivity/lower-score.ts';
export { mostTelling, type Supposed, type Telling } from './odds/sensitivity/most-telling.ts';
export {
  type MethodChange,
  type MethodChangeProblem,
  mostCountryPoints,
  mostFactor,
  type OwnStanding,
  type PartyChange,
  problemsOfMethodChange,
  type WhatIfParty,
  type WhatIfRow,
  whatIf,
} from './odds/what-if.ts';
export { engineVersion } from './odds/version.ts';
export type { Assessed, ChildShown, Component, HasScore, NotScored, Scored } from './odds/result.ts';
export { type Basis, bases, type InherentLine, inherentLines, type LineId, lineIds } from './odds/score-party.ts';
export { type Magnitude, magnitudeOf, magnitudes, type PeopleConcerned } from './odds/people-concerned.ts';
export type { StateImposed } from './odds/state-imposed.ts';
export * from './instruments/answers.ts';
export { type CarriedAnswer, carryAnswers } from './instruments/carry-answers.ts';
export { crosswalk, crosswalkPairs } from './instruments/crosswalk.ts';
export { readReview, type ReviewReading } from './instruments/read-review.ts';
export {
  isRestrictedElement,
  isRestrictedIndicator,
  restrictedPoints,
  restrictedBy,
  restrictedQuestions,
  restrictedTopics,
  type ZeroToleranceTable,
  zeroToleranceTable,
} from './zero-tolerance/implied.ts';
export {
  type FactAnswers,
  type FactQuestion,
  type ProposedAnswer,
  proposeAnswers,
  type RecordedFacts,
} from './recording/propose-answers.ts';
export { recordedEdition, sameFactsAmong } from './recording/same-facts.ts';
export { type SameFacts, type SitePlace, sitePlaces } from './recording/schema.ts';
export { type ThingsLeft, thingsLeft } from './recording/things-left.ts';
export { methodsOf, sitePlacesOf } from './recording/where-asked.ts';
export { type ControlFamily, type CrosswalkPair, type Relation, relations } from './instruments/crosswalk-schema.ts';
export { creditOf } from './instruments/choices.ts';
export { completeInstrument } from './instruments/complete.ts';
export {
  frozenInstrument,
  includedInstruments,
  instrument,
  instrumentFrom,
  instrumentKeys,
  instrumentLocales,
  localizedInstrument,
  newestInstrumentKeys,
  ownerOfPlace,
  ownPlacesOf,
  overlayOf,
  scoringInstrumentKeys,
  wholeOf,
} from './instruments/at.ts';
export { forReaders, readerText } from './instruments/reader-text.ts';
export { checkTerms, type Term, type TermStatus, termListOf } from './instruments/terms.ts';
export {
  localize,
  placesOf,
  shownChoices,
  type LocalizedChoice,
  type LocalizedFact,
  type LocalizedInstrument,
  type LocalizedPoint,
  type LocalizedQuestion,
  type LocalizedSection,
  type ShownText,
} from './instruments/localize.ts';
export type { Instrument, InstrumentQuestion } from './instruments/complete.ts';
export { impossiblePeople, mostPeak, type PeopleCounted, sharesOfPeople } from './instruments/shares-of-people.ts';
export { numbersLost } from './instruments/numbers-lost.ts';
export type { InstrumentOverlay } from './instruments/overlay-schema.ts';
export {
  answerWords,
  controlTypes,
  type FrozenQuestion,
  gatheredTypes,
  optionTypes,
  type PeopleKey,
  peopleKeys,
  type QuestionType,
  questionTypes,
  type ScaleType,
  scaleTypes,
  type VerificationMethod,
  verificationMethods,
} from './instruments/question-schema.ts';
export {
  type Audience,
  audiences,
  type ConsistencyRule,
  type FrozenInstrument,
  type InstrumentKind,
  instrumentKinds,
  instrumentSchema,
} from './instruments/schema.ts';
export { scopeKeyAt, scopeRules } from './instruments/scope-at.ts';
export { ownScope, ownScopeRules, saysWhereItApplies, scopeFactsOf, skippedQuestions, type Skip } from './instruments/scope.ts';
export {
  type AppliesTo,
  type PresenceFact,
  presenceFacts,
  type ScopeFacts,
  type ScopeRules,
  scopeFactsSchema,
} from './instruments/scope-schema.ts';
export type { BlendPart } from './odds/country-blend.ts';
export { type CountryEdition, countryEditions } from './odds/country-editions.ts';
export { type CountryBasis, type CountryPoints, countryBasis } from './odds/country-points.ts';
export { type ChildCountry, type ChildPart, childCountryPoints, childStandards } from './odds/child-points.ts';
export {
  bandOfScore,
  type ChildPlaceScore,
  type CountryScore,
  countryScores,
  listedGoodPoints,
  type PairScore,
  type PlaceScore,
  regionUnderPresumption,
  type RegionScore,
  sectorInCountries,
  type SectorScore,
  sectorScores,
  sectorsOfCountry,
} from './odds/place-scores.ts';
export { ratioOfPoints, worldScore } from './odds/points.ts';
export { allSectorPoints, type SectorPoints, sectorPoints, sectorProvenance } from './odds/sector-points.ts';
export { allParameters, type Parameter, type ParameterId, type ParameterValue, parameterAt } from './parameters/at.ts';
export { findSubdivision, type Whereabouts } from './odds/find-subdivision.ts';
export * from './override-types.ts';
export * from './reference/at.ts';
export {
  type DelphiSign,
  type DimensionReading,
  type EvidenceKind,
  evidenceKinds,
  type Screening,
  screenByDelphi,
} from './screening/delphi.ts';
export { countWeights, isPositive as isDimensionPositive, type WeightCounts } from './screening/delphi-dimension.ts';
export { type DelphiPattern, type DelphiTotal, delphiTotals, readTotal } from './screening/delphi-total.ts';
export { type ElevenSigns, readElevenSigns, type SignReading } from './screening/eleven-signs.ts';
export { operationalCode, readEleven, readOperational } from './screening/read-instrument.ts';
export { circumstanceTable, readStatisticalIndicators } from './screening/read-circumstances.ts';
export { overridesFromScreening } from './screening/overrides-from-screening.ts';
export { type DefinitionInput, type DefinitionReading, readStatisticalDefinition } from './screening/statistical-definition.ts';
export type { Truth } from './screening/three-valued.ts';
export * from './types.ts';
export { archetypes } from './validation/archetypes.ts';
export { type Check as TargetCheck, judge as judgeTargets } from './validation/targets/judge.ts';
export { targetReport } from './validation/targets/read-targets.ts';
export type { TargetReport } from './validation/targets/schema.ts';
export * from './vocabulary.ts';
export * from './vocabulary-schemas.ts';
