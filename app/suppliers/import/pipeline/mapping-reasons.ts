/** Why a field is proposed for a column; each has one message, keyed `import_reason_<reason with underscores>`. */
export const mappingReasons = [
  'remembered',
  'header-word',
  'header-part',
  'values',
  'row-number',
  'varies-by-row',
  'shared-site',
  'names-customer',
  'field-taken',
  'nothing-known',
  'empty-column',
] as const;
export type MappingReason = (typeof mappingReasons)[number];
