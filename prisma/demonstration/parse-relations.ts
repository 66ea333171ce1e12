import { z } from 'zod';
import { disclosureChoices } from '~/suppliers/fields/disclosure';
import { readCount } from '~/suppliers/fields/definition/typed-counts';
import { protectWorkforce } from '~/suppliers/sites/workforce-form';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { opennessLines, relationLines, workforceLines } from './relations';

const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const number = z
  .string()
  .optional()
  .transform((cell) => (cell ? Number(cell) : null));
const dayAgo = (cell: string | undefined, now: Date) => (cell ? new Date(now.getTime() - Number(cell) * 86_400_000) : null);

/** What is known of a relation, by "from>to"; days are counted back from `now`. */
export function parseRelations(now: Date) {
  return new Map(
    linesOf(relationLines).map((line) => {
      const [key = '', share, volume, unit, from, to, confidence] = cellsOf(line);
      const [partOf, sure] = [number.parse(share), number.parse(confidence)];
      return [
        key,
        {
          share: partOf === null ? null : partOf / 100,
          volume: number.parse(volume),
          volumeUnit: unit || null,
          validFrom: dayAgo(from, now),
          validTo: dayAgo(to, now),
          isInferred: sure !== null,
          confidence: sure === null ? null : sure / 100,
        },
      ];
    }),
  );
}

/** Facts of openness and of the group, by supplier. */
export function parseOpenness(): Map<string, FactValues> {
  return new Map(
    linesOf(opennessLines).map((line) => {
      const [key = '', disclosure, group] = cellsOf(line);
      const choice = disclosureChoices.find((each) => each === disclosure);
      return [key, { ...(choice ? { disclosure: choice } : {}), ...(group ? { parentCompany: group } : {}) }];
    }),
  );
}

/** Workforce facts of a site, by supplier, with small groups as codes. `workersOf`: headcount of the site. */
export function parseWorkforce(workersOf: (key: string) => number | null): Map<string, FactValues> {
  return new Map(
    linesOf(workforceLines).map((line) => {
      const [key = '', women = '', men = '', agency = '', seasonal = '', young = '', housed = '', origins = ''] = cellsOf(line);
      const workers = workersOf(key);
      const byOrigin = origins.split(',').flatMap((cell) => {
        const [country = '', count = ''] = cell.split(' ');
        const heads = readCount(count);
        return heads === null ? [] : [[country, heads] as const];
      });
      const counts = {
        femaleWorkers: readCount(women),
        maleWorkers: readCount(men),
        agencyWorkers: readCount(agency),
        seasonalWorkers: readCount(seasonal),
        youngWorkers: readCount(young),
        housedWorkers: readCount(housed),
        migrantsByOrigin: byOrigin.length === 0 ? null : Object.fromEntries(byOrigin),
      };
      const kept = Object.fromEntries(Object.entries(protectWorkforce(counts, workers)).filter(([, value]) => value !== null));
      return [key, { ...kept, ...(workers === null ? {} : { femaleShare: Math.round((Number(women) / workers) * 1e4) / 1e4 }) }];
    }),
  );
}
