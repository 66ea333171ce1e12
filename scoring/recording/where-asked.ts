import type { VerificationMethod } from '../instruments/question-schema.ts';
import file from './where-asked.json';
import { type SitePlace, sitePlaces, whereAskedSchema } from './schema.ts';

const table = whereAskedSchema.parse(file);

/** A key with its points and sections: "BW.OS.7.j", "BW.OS.7", "BW.OS", "BW". */
function levelsOf(key: string): string[] {
  const parts = key.split('.');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('.'));
}

/** By which methods a released question is usually verified: those of its questionnaire, else those of the table. Empty for a question that is unknown. */
export function methodsOf(key: string, named: readonly VerificationMethod[]): VerificationMethod[] {
  return named.length > 0 ? [...named] : levelsOf(key).flatMap((level) => table.methods[level] ?? []);
}

/** Where on site a released question is answered; whatever documents or management verify is answered in the office too. */
export function sitePlacesOf(key: string, methods: readonly VerificationMethod[]): SitePlace[] {
  const levels = new Set(levelsOf(key));
  const isOffice = methods.some((method) => method === 'documents' || method === 'management');
  return sitePlaces.filter((place) => (place === 'office' && isOffice) || (table.places[place] ?? []).some((each) => levels.has(each)));
}
