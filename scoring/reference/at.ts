/** The reference tables as of a day: which vintage is in force, and typed readers that say where each value was read. */
export * from './compliance-rows.ts';
export * from './country-rows.ts';
export * from './classification-rows.ts';
export { enforcementFor, entityCandidates } from './enforcement.ts';
export { type DatedList, datedLists, type ListFreshness, listFreshness } from './list-freshness.ts';
export { type ImportOrder, importOrders, type ListedEntity, listedEntities, type OrderState, orderStates } from './enforcement-rows.ts';
export {
  type EnforcementList,
  type EnforcementMatch,
  type EnforcementQuery,
  enforcementLists,
  type MatchReason,
} from './enforcement-types.ts';
export { foldEntityName } from './fold-entity-name.ts';
export * from './goods-rows.ts';
export * from './history-rows.ts';
export * from './place-rows.ts';
export * from './sector-employment-rows.ts';
export * from './sector-rows.ts';
export * from './sign-rows.ts';
export * from './subdivision-rows.ts';
export { type CountryEstimate, countryEstimates } from './own/country-estimates.ts';
export {
  type HeldEdition,
  isWrittenKind,
  type OwnEdition,
  type OwnRowsTable,
  type OwnTableKind,
  ownEditionSchema,
  ownTableKinds,
  tablesOfKind,
  type WrittenKind,
} from './own/edition.ts';
export { ownEditionOf, releasedUnder } from './own/overlay.ts';
export { editionAt, forgetEdition, isEditionKept, keepEdition, tablesKey, withOwnTables } from './own/standing.ts';
export { lawQuestions, lawTopicOf } from './law-questions.ts';
export { type LawRequirement, nationalLawOf, requirementsByQuestion } from './law-rows.ts';
export { recordsOf, type ReferenceTable } from './schema.ts';
export {
  isReferenceTable,
  type Provenance,
  referenceAt,
  referenceTableIds,
  tableDefinition,
  tableTitle,
  vintagesOf,
  type WithProvenance,
} from './registry.ts';
export { type TableKey, type TableRow, tableRow, tableRows } from './rows.ts';
export type { TableDefinition } from './table-schema.ts';
export type { ReferenceTableId } from './tables.ts';
