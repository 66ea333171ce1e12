import { type ReferenceTableId, referenceTableIds, validationInputs, validationReport, vintagesOf } from '#scoring';

/** The published validation report as its page shows it. `isCurrent`: it describes the method in force on the day. */
export function readValidation(asOf: string) {
  const report = validationReport();
  const isCurrent = validationInputs(asOf).hash === report.inputs.hash;
  const tables = Object.entries(report.inputs.tables).flatMap(([id, vintage]) => {
    const known = referenceTableIds.find((each): each is ReferenceTableId => each === id);
    const table = known && vintagesOf(known).find((each) => each.vintage === vintage);
    return table ? [{ id, vintage, title: table.origin.title, producer: table.origin.producer }] : [];
  });
  return { report, isCurrent, tables };
}
export type ShownValidation = ReturnType<typeof readValidation>;
