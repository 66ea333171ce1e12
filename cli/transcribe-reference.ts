/**
 * Transcribes our CSV compilation of published figures into `scoring/reference/<table>/<vintage>.json`.
 * Usage: npx tsx cli/transcribe-reference.ts --from FOLDER [--to FOLDER]
 * Only tables that may be redistributed are read. `sector-shares` is a choice of the method and is kept by hand.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ReferenceTable } from '../scoring/reference/schema.ts';
import { transcribeHsChapters, transcribeHsHeadings, transcribeNace, transcribeNaics } from './transcribe/classification-tables.ts';
import { readCodes, transcribeCountries, transcribeGovernance, transcribeTraffickingTiers } from './transcribe/country-tables.ts';
import {
  transcribeChildIndicators,
  transcribeInformalEmployment,
  transcribeRegionalEstimates,
  transcribeSectorEmployment,
} from './transcribe/employment-tables.ts';
import { transcribeImportOrders, transcribeListedEntities } from './transcribe/enforcement-tables.ts';
import { transcribeConflict, transcribeConventions, transcribeDisplacement, transcribeInformality } from './transcribe/labour-tables.ts';
import { transcribeNationalLaw } from './transcribe/law-tables.ts';
import { transcribeListedGoodsChanges } from './transcribe/list-changes.ts';
import { transcribeMigrantShare, transcribeSponsorship, transcribeStateSponsored } from './transcribe/mobility-tables.ts';
import { methodStart } from './transcribe/origins.ts';
import {
  transcribeEstimateRegions,
  transcribeLabourInspection,
  transcribeOtherConventions,
  transcribeTierHistory,
} from './transcribe/place-tables.ts';
import {
  transcribeCorridors,
  transcribeGoodsClassification,
  transcribeListedGoods,
  transcribePrioritySectors,
  transcribeSectors,
} from './transcribe/sector-tables.ts';
import { transcribeSubdivisions } from './transcribe/subdivision-tables.ts';

/** Writes every table; returns them in the order written. */
export function transcribeReference(folder: string, target: string): ReferenceTable[] {
  const { toAlpha2, countries } = readCodes(folder);
  return [
    transcribeCountries(folder, target),
    transcribeGovernance(folder, target, toAlpha2, countries),
    transcribeTraffickingTiers(folder, target, toAlpha2, countries),
    transcribeConventions(folder, target, toAlpha2),
    transcribeInformality(folder, target, toAlpha2, countries),
    transcribeConflict(folder, target, toAlpha2, countries),
    transcribeDisplacement(folder, target, toAlpha2, countries, 2024, methodStart),
    transcribeDisplacement(folder, target, toAlpha2, countries, 2025, '2026-06-20'),
    transcribeSectors(folder, target),
    transcribeListedGoods(folder, target, toAlpha2),
    transcribeListedGoodsChanges(folder, target, toAlpha2),
    transcribeGoodsClassification(folder, target),
    transcribePrioritySectors(folder, target, toAlpha2),
    transcribeCorridors(folder, target, toAlpha2),
    transcribeNace(folder, target),
    transcribeNaics(folder, target),
    transcribeHsChapters(folder, target),
    transcribeHsHeadings(folder, target),
    transcribeImportOrders(folder, target, toAlpha2),
    transcribeListedEntities(folder, target, toAlpha2),
    transcribeStateSponsored(folder, target, toAlpha2, countries),
    transcribeSponsorship(folder, target, toAlpha2, countries),
    transcribeMigrantShare(folder, target, toAlpha2, countries),
    transcribeInformalEmployment(folder, target, toAlpha2, countries),
    transcribeChildIndicators(folder, target, toAlpha2, countries),
    transcribeSectorEmployment(folder, target),
    transcribeRegionalEstimates(folder, target),
    transcribeSubdivisions(folder, target, toAlpha2),
    transcribeTierHistory(folder, target, toAlpha2, countries),
    transcribeLabourInspection(folder, target, toAlpha2, countries),
    transcribeEstimateRegions(folder, target, countries),
    transcribeOtherConventions(folder, target, toAlpha2),
    transcribeNationalLaw(folder, target, toAlpha2),
  ];
}

const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
if (!values.from) {
  console.error('Say where the CSV files are: --from FOLDER');
  process.exit(2);
}
const target = values.to ?? fileURLToPath(new URL('../scoring/reference', import.meta.url));
for (const table of transcribeReference(values.from, target)) console.log(`${table.id}@${table.vintage}: ${table.rows.length} rows`);
