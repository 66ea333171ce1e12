import type { TenantDb } from '~/access/tenant-db.server';
import { readReasons } from '~/supply-chain/dashboard/read-reasons.server';
import { readFilter } from './filter';
import type { Exposure } from './fold-lines';
import { type LentRow, listLent } from './list-lent.server';
import { type Alerted, readAlerted } from './read-alerted.server';
import { type ChainRisk, readChainRisk } from './read-chain-risk.server';
import { readExposure } from './read-exposure.server';
import { type PeopleAtRisk, readPeople } from './read-people.server';
import { type CovenantStop, readStops } from './read-stops.server';
import { readWatch, type Watched } from './read-watch.server';
import { stopReasons } from './watch-reasons';

/** How many deals a first page shows. */
const first = 6;

/** `blocked`: open deals under a drawstop, with the covenants that cause it (`stops`); `largest`: those with the largest commitments. */
export type Glance = {
  exposure: Exposure;
  blocked: Watched;
  stops: CovenantStop[];
  alerted: Alerted;
  /** Which deals have a supply chain at severe or high risk, and how much exposure. */
  chainRisk: ChainRisk;
  people: PeopleAtRisk;
  /** Why each company that `people` names is at risk, in a few words, by public id. */
  reasons: Record<string, string>;
  largest: LentRow[];
};

/**
 * A summary of all live deals: exposure, those under a drawstop with their reasons, those with an import-ban alert in their supply chain, and where people are
 * at risk. Null where there is no deal. Ten queries.
 */
export async function readGlance(db: TenantDb, { today, now }: { today: string; now: Date }): Promise<Glance | null> {
  const filter = readFilter(new URLSearchParams());
  const exposure = await readExposure(db, { filter, today });
  if (exposure.total.deals === 0) return null;
  const watched = await readWatch(db, { filter, today, now, reason: null, among: stopReasons, page: 1 });
  const blocked = { ...watched, rows: watched.rows.slice(0, first) };
  const stops = await readStops(db, { dealIds: blocked.rows.map(({ id }) => id), today });
  const alerted = await readAlerted(db, { filter, today });
  const chainRisk = await readChainRisk(db, { filter, today });
  const people = await readPeople(db, { filter, today });
  const named = people.deals.flatMap(({ riskiest }) => riskiest.map(({ publicId }) => publicId));
  const reasons = Object.fromEntries(await readReasons(db, [...new Set(named)]));
  const { rows: largest } = await listLent(db, { filter, today, take: first });
  return { exposure, largest, blocked, stops, alerted, chainRisk, people, reasons };
}
