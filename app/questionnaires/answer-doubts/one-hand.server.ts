import type { TenantDb } from '~/access/tenant-db.server';
import type { ResponseRead } from '~/questionnaires/responses/read-response.server';
import { doubtParameters } from './parameters';
import type { Doubt } from './pattern';

const { address, device } = doubtParameters;
const most = 50;
const dayMs = 86_400_000;

/** One hand behind the answers of several suppliers (rules H6 and H7 of the catalogue). `kin`: the supplier and the companies of its group. Four queries at most. */
export async function doubtsOfOneHand(db: TenantDb, response: ResponseRead, kin: readonly string[]): Promise<Doubt[]> {
  return [...(await oneAddress(db, response, kin)), ...(await oneDevice(db, response, kin))];
}

type OtherResponse = { id: string; partyId: string; party: { name: string } };
const toOther = { select: { id: true, partyId: true, party: { select: { name: true } } } } as const;

/** The other suppliers, once each, in the order of what was found. */
const eachOnce = (responses: readonly OtherResponse[]): Doubt['others'] => [
  ...new Map(responses.map(({ id, partyId, party }) => [partyId, { responseId: id, supplier: party.name }])).values(),
];

async function oneAddress(db: TenantDb, response: ResponseRead, kin: readonly string[]): Promise<Doubt[]> {
  const own = await db.questionnaireRequest.findFirst({ where: { responseId: response.id }, select: { email: true } });
  if (!own?.email) return [];
  const requests = await db.questionnaireRequest.findMany({
    where: { email: own.email, response: { partyId: { notIn: [...kin] } } },
    orderBy: { invitedAt: 'desc' },
    take: most,
    select: { response: toOther },
  });
  const others = eachOnce(requests.map((each) => each.response));
  if (others.length + 1 < address.suppliers) return [];
  return [{ kind: 'one-address', questions: [], figures: { suppliers: others.length + 1 }, others }];
}

/** The devices of one browser have a common key where they sent answers (`access/answer-devices`). */
async function oneDevice(db: TenantDb, response: ResponseRead, kin: readonly string[]): Promise<Doubt[]> {
  if (!response.submittedAt) return [];
  const own = await db.guestAccess.findMany({
    where: { responseId: response.id, kind: 'device', deviceKey: { not: null } },
    take: most,
    select: { deviceKey: true },
  });
  const keys = own.flatMap(({ deviceKey }) => deviceKey ?? []);
  if (keys.length === 0) return [];
  const within = [-device.days, device.days].map((days) => new Date((response.submittedAt?.getTime() ?? 0) + days * dayMs));
  const accesses = await db.guestAccess.findMany({
    where: {
      ...{ deviceKey: { in: keys }, kind: 'device' },
      request: { submittedAt: { gte: within[0], lte: within[1] }, response: { partyId: { notIn: [...kin] } } },
    },
    orderBy: { createdAt: 'desc' },
    take: most,
    select: { request: { select: { response: toOther } } },
  });
  const others = eachOnce(accesses.flatMap(({ request }) => request?.response ?? []));
  if (others.length + 1 < device.suppliers) return [];
  return [{ kind: 'one-device', questions: [], figures: { suppliers: others.length + 1, days: device.days }, others }];
}
