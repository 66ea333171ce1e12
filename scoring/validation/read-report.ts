import report from './report.json';
import { type ValidationReport, validationReportSchema } from './schema.ts';

let parsed: ValidationReport | undefined;

/** The published validation report, made by `npm run validate:method -- --write`. Throws when the file is not well formed. */
export function validationReport(): ValidationReport {
  parsed ??= validationReportSchema.parse(report);
  return parsed;
}
