import { expect } from 'vitest';
import type { OverrideCode } from '#scoring';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import type { ScorePage } from '~/risk/scores/score-page.server';
import * as listRoute from '~/routes/org/risk/supplier-overrides';
import * as raiseRoute from '~/routes/org/risk/new-override';
import * as scoreRoute from '~/routes/org/suppliers/supplier-score';
import { callRoute } from '../setup/call-route';
import { firstSteps, makeCase } from './case';
import { type MadeMember, makeMember } from './member';
import { makeSupplier } from './supplier';

export const today = new Date().toISOString().slice(0, 10);
export type Made = { partyId: string; publicId: string; sourceId: string };
export type House = { owner: MadeMember; supplier: Made };
export type Shown = { id: string; code: string; state: string; source?: string; reason: string; floor: number };

/** A supplier without a known floor, with a low score. */
export async function house(
  values: Parameters<typeof makeSupplier>[1] = { values: { country: 'DE', sector: '6201', workers: 400 } },
): Promise<House> {
  const owner = await makeMember();
  return { owner, supplier: await makeSupplier(owner, values) };
}

export const paramsOf = ({ organization }: MadeMember, supplier: Made) => ({ orgSlug: organization.slug, supplierId: supplier.publicId });
export const addressOf = ({ organization }: MadeMember, supplier: Made) => `/o/${organization.slug}/suppliers/${supplier.publicId}/score`;

export function raising(member: MadeMember, supplier: Made, query = '') {
  const at = { url: `${addressOf(member, supplier)}/overrides/new${query}`, params: paramsOf(member, supplier), cookie: member.cookie };
  return {
    open: () => callRoute(raiseRoute.loader, at),
    post: (form: Record<string, string>) => callRoute(raiseRoute.action, { ...at, form }),
  };
}

export async function overridesOf(member: MadeMember, supplier: Made): Promise<Shown[]> {
  const url = `${addressOf(member, supplier)}/overrides`;
  const { body } = await callRoute(listRoute.loader, { url, params: paramsOf(member, supplier), cookie: member.cookie });
  return (body as { overrides: Shown[] }).overrides;
}

export async function scoreOf(member: MadeMember, supplier: Made) {
  const page = await callRoute(scoreRoute.loader, {
    url: addressOf(member, supplier),
    params: paramsOf(member, supplier),
    cookie: member.cookie,
  });
  const { shown } = page.body as ScorePage;
  return shown?.kind === 'current' && shown.result.status === 'scored' ? shown.result : null;
}

export const said = { reason: 'Seen and written down, with its day and place.', since: today, evidence: 'document-checked' };

/** Raises from the form and expects success. */
export async function raised(
  { owner, supplier }: House,
  code: OverrideCode,
  query: string,
  more: Record<string, string> = {},
): Promise<House> {
  const answer = await raising(owner, supplier, query).post({ code, ...said, ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBe(303);
  return { owner, supplier };
}

export const published = { reference: 'Labour inspectorate, notice 12/2026, 3 November 2026, https://inspectorate.example/12' };

export async function addFinding({ owner, supplier }: House, indicator: string | null = null, text = 'Two sets of time records are kept.') {
  const { id } = await owner.inOrganization((db) =>
    db.finding.create({
      data: { partyId: supplier.partyId, indicator, grade: 'minor', text, openedAt: new Date('2026-01-05T00:00:00Z') },
      select: { id: true },
    }),
  );
  return id;
}

export async function scored({ owner, supplier }: House): Promise<void> {
  await owner.inOrganization((db) => scoreSuppliers(db, { partyIds: [supplier.partyId], asOf: today }));
}

export async function stateAlert({ owner, supplier }: House): Promise<string> {
  await scored({ owner, supplier });
  const alert = await owner.inOrganization((db) =>
    db.alert.findFirstOrThrow({ where: { partyId: supplier.partyId, kind: 'state-imposed' }, select: { id: true } }),
  );
  return alert.id;
}

export async function recruiterOf({ owner, supplier }: House): Promise<string> {
  const publicId = makePublicId();
  await owner.inOrganization(async (db) => {
    const name = 'Everest Manpower';
    const provider = await db.party.create({
      data: { kind: 'labour-recruiter', publicId, name, nameKey: foldName(name) },
      select: { id: true },
    });
    await db.labourRecruiter.create({ data: { partyId: provider.id } });
    await db.supplyLink.create({
      data: { fromPartyId: provider.id, toPartyId: supplier.partyId, kind: 'recruits', sourceId: supplier.sourceId },
    });
  });
  return publicId;
}

/** A sensitive case of retaliation or of another type about a supplier, released by the two who are assigned. */
export async function released(override?: 'O1' | 'O9'): Promise<House> {
  const { owner, opener, supplier, as, together } = await makeCase({ trigger: override === 'O9' ? 'retaliation' : 'not-free-to-leave' });
  for (const step of firstSteps) await as(opener).step(step);
  await together({ kind: 'authorities', tell: 'not-tell' });
  await as(opener).step({ step: 'harm', harm: 'low', note: '' });
  expect(await together({ kind: 'release', ...(override ? { override } : {}) })).toMatchObject({ kind: 'decided' });
  return { owner, supplier };
}

/** One member proposes, another decides, each on the page of the overrides. */
export async function lift({ owner, supplier }: House, override: string): Promise<void> {
  const second = await makeMember({ organization: owner.organization, role: 'reviewer' });
  const post = ({ cookie }: MadeMember, form: Record<string, string>) =>
    callRoute(listRoute.action, { url: `${addressOf(owner, supplier)}/overrides`, params: paramsOf(owner, supplier), cookie, form });
  const proposal = {
    override,
    evidence: 'audit-unannounced',
    shownBy: 'Unannounced audit of 12 November.',
    reason: 'No longer so, as seen.',
  };
  expect((await post(owner, proposal)).status).toBe(303);
  const { id } = await owner.inOrganization((db) => db.approval.findFirstOrThrow({ where: { item: override }, select: { id: true } }));
  expect((await post(second, { waiverId: id, verdict: 'approved' })).status).toBe(303);
}
