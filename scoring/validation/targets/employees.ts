import { allSectorPoints, type SectorPoints } from '../../odds/sector-points.ts';
import { sectorEmployment } from '../../reference/at.ts';

/** An ILO sector: its share of adults in forced labour exploitation, and of employees, both 0 to 1. */
export type IloSector = { name: string; sections: string; forcedLabour: number; employees: number };

/**
 * The ILO's sectors of 2021. Employees are the share of forced labour over its rate per employee, which is the middle of the published bounds (the upper one for
 * agriculture, as in the table of sectors): the table has no count of them.
 */
export function iloSectors(asOf: string): IloSector[] {
  return sectorEmployment(asOf).flatMap(
    ({ level, name, sections, forcedLabourShare, ratePerEmployeeLow: low, ratePerEmployeeHigh: high }) => {
      if (level !== 'ILO sector' || forcedLabourShare === null || low === null || high === null) return [];
      const rate = sections === 'A' ? high : Math.sqrt(low * high);
      return [{ name, sections, forcedLabour: forcedLabourShare / 100, employees: forcedLabourShare / 100 / rate }];
    },
  );
}

const anchorOf: Readonly<Record<string, string>> = {
  'agriculture, by employee': 'A',
  'manufacturing, by employee': 'C',
  'construction, by employee': 'F',
  'services without domestic work, by employee': 'G;H;I;J;K;L;M;N;O;P;Q;R;S;U',
  'domestic work': 'T (97)',
};
/** Mining, utilities and waste have no anchor and no weights. */
const rest = 'B;D;E';

/** Every ISIC division with its points and its share of the world's employees, 0 to 1; those without an anchor share what is left evenly. */
export function divisionsByEmployees(asOf: string): { sector: SectorPoints; anchor: string; employees: number }[] {
  const byAnchor = new Map(iloSectors(asOf).map((each) => [each.sections, each.employees]));
  const divisions = allSectorPoints().filter(({ code }) => code.length === 2);
  const unanchored = divisions.filter(({ anchor }) => anchorOf[anchor] === undefined).length;
  return divisions.map((sector) => {
    const anchor = anchorOf[sector.anchor] ?? rest;
    const all = byAnchor.get(anchor) ?? 0;
    return { sector, anchor, employees: anchor === rest ? all / unanchored : (all * (sector.weight ?? 0)) / 100 };
  });
}
