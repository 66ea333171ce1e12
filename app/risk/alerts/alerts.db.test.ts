import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Role } from '~/access/permissions';
import { scoreAllSuppliers } from '~/risk/scores/score-all.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { readListState } from '~/suppliers/registry/list-state';
import { listSuppliers } from '~/suppliers/registry/list-suppliers.server';
import { readListPage } from '~/risk/supplier-pages/read-list-page.server';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import * as alertRoute from '~/routes/org/risk/alert';
import * as exportRoute from '~/routes/org/risk/alerts-export';
import * as listRoute from '~/routes/org/risk/alerts';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { readAlertState } from './alert-list-state';
import { countAlerts, listAlerts } from './list-alerts.server';
import { readSupplierAlerts } from './read-alerts.server';
import { refreshAlerts } from './refresh-alerts.server';
import { refreshOutdatedAlerts } from './refresh-outdated.server';
import { readUpstreamAlerts } from './upstream-alerts.server';

const asOf = '2026-11-25';
type Made = { partyId: string; publicId: string; sourceId: string };

async function addSite(member: MadeMember, supplier: Made, values: FactValues): Promise<string> {
  return member.inOrganization(async (db) => {
    const name = values.name ?? 'Works';
    const { id } = await db.party.create({
      data: { kind: 'site', publicId: makePublicId(), name, nameKey: foldName(name) },
      select: { id: true },
    });
    await db.site.create({ data: { partyId: id, supplierPartyId: supplier.partyId } });
    await recordFacts(db, { partyId: id, values, sourceId: supplier.sourceId });
    return id;
  });
}

const score = (member: MadeMember, ...suppliers: Made[]) =>
  member.inOrganization((db) => scoreSuppliers(db, { partyIds: suppliers.map(({ partyId }) => partyId), asOf }));
const learn = (member: MadeMember, { partyId, sourceId }: Made, values: FactValues) =>
  member.inOrganization((db) => recordFacts(db, { partyId, values, sourceId }));
const alertsOf = (member: MadeMember, { partyId }: Made) => member.inOrganization((db) => readSupplierAlerts(db, partyId));

const xinjiang = { country: 'CN', sector: '1311', products: ['Cotton'] };
const listed = { name: 'Akesu Huafu', values: { country: 'CN', sector: '4690' } };

const routesOf = ({ organization, cookie }: MadeMember, alertId: string) => {
  const params = { orgSlug: organization.slug, alertId };
  const url = `/o/${organization.slug}/alerts/${alertId}`;
  return {
    read: () => callRoute(alertRoute.loader, { url, params, cookie }),
    post: (form: Record<string, string>) => callRoute(alertRoute.action, { url, params, cookie, form }),
  };
};
const reason = 'Same registration number as on the list.';

describe('detecting alerts', () => {
  it('raises them where suppliers are scored, each once, with its comparison, and leaves other organizations unchanged', async () => {
    const member = await makeMember();
    const other = await makeMember();
    const supplier = await makeSupplier(member, { name: 'Tarim Fibre', values: xinjiang });
    const siteId = await addSite(member, supplier, { name: 'Mill', country: 'CN', city: 'Aksu' });
    await score(member, supplier);
    const [first, ...rest] = await alertsOf(member, supplier);
    expect(first).toMatchObject({
      ...{ kind: 'presumed-region', status: 'open', isToBeConfirmed: false, endedAt: null, raisesOverride: true, override: 'none' },
      basis: { since: '2022-06-21', comparisons: [{ of: 'site', site: siteId, by: 'name', matched: 'Aksu' }] },
      sites: { [siteId]: { name: 'Mill' } },
      href: expect.stringContaining('/methodology/tables/import-orders'),
    });
    expect(rest.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['state-imposed', 'priority-sector', 'listed-good']));
    const before = await alertsOf(member, supplier);
    const again = await member.inOrganization((db) => refreshAlerts(db, { partyIds: [supplier.partyId], asOf: '2026-11-26' }));
    expect(again).toEqual({ raised: 0, changed: 0, reopened: 0, ended: 0 });
    const after = await alertsOf(member, supplier);
    expect(after.map(({ id, firstSeenAt }) => [id, firstSeenAt])).toEqual(before.map(({ id, firstSeenAt }) => [id, firstSeenAt]));
    expect(after[0]?.lastSeenOn.toISOString().slice(0, 10)).toBe('2026-11-26');
    expect(await other.inOrganization((db) => db.alert.count())).toBe(0);
    expect(await other.inOrganization((db) => refreshAlerts(db, { partyIds: [supplier.partyId], asOf }))).toMatchObject({ raised: 0 });
  });

  it('is raised for the listed good that was recognised in the words of a product, as its score is', async () => {
    const member = await makeMember();
    const words = 'Nitrile examination gloves';
    const values = { country: 'MY', sector: '22', products: [words], listedGoods: { [words]: 'Rubber Gloves' } };
    const supplier = await makeSupplier(member, { values });
    await score(member, supplier);
    expect(await alertsOf(member, supplier)).toMatchObject([{ kind: 'listed-good', isToBeConfirmed: false, endedAt: null }]);
  });

  it('ends an alert when its reason is gone, and resumes it when the reason returns', async () => {
    const member = await makeMember();
    const supplier = await makeSupplier(member, { values: { country: 'IN', sector: '1410', products: ['Garments'] } });
    await score(member, supplier);
    expect(await alertsOf(member, supplier)).toMatchObject([{ kind: 'listed-good', endedAt: null }]);
    await learn(member, supplier, { products: ['Spectacles'] });
    await score(member, supplier);
    expect(await alertsOf(member, supplier)).toMatchObject([{ kind: 'listed-good', endedAt: expect.any(Date) }]);
    expect((await member.inOrganization((db) => listAlerts(db, readAlertState(new URLSearchParams())))).rows).toEqual([]);
    await learn(member, supplier, { products: ['Garments'] });
    await score(member, supplier);
    expect(await alertsOf(member, supplier)).toMatchObject([{ endedAt: null, status: 'open' }]);
  });

  it('detects for a whole organization with its scores, and at night only where the lists changed', async () => {
    const member = await makeMember();
    await makeSupplier(member, { ...listed });
    await scoreAllSuppliers(member.inOrganization, { asOf });
    expect(await member.inOrganization((db) => db.alert.count())).toBe(2);
    await member.inOrganization((db) => db.alert.deleteMany({}));
    const night = { organizationId: member.organization.id, today: asOf };
    expect(await refreshOutdatedAlerts(member.inOrganization, night)).toBe(true);
    expect(await member.inOrganization((db) => db.alert.count())).toBe(2);
    expect(await refreshOutdatedAlerts(member.inOrganization, { ...night, today: '2026-11-26' })).toBe(false);
  });

  it('uses the same number of statements for one supplier and for many', async () => {
    const member = await makeMember();
    const made: Made[] = [];
    for (let at = 0; at < 12; at += 1) made.push(await makeSupplier(member, { name: `Mill ${at}`, values: xinjiang }));
    const count = (partyIds: string[]) =>
      member.inOrganization(async (db) => {
        let statements = 0;
        const counted = new Proxy(db, {
          get(target, name) {
            const value: unknown = Reflect.get(target, name);
            if ((name === '$queryRaw' || name === '$executeRaw') && typeof value === 'function')
              return (...args: unknown[]) => {
                statements += 1;
                return Reflect.apply(value, target, args) as unknown;
              };
            return value;
          },
        });
        await refreshAlerts(counted, { partyIds, asOf });
        return statements;
      });
    expect(await count(made.slice(0, 1).map(({ partyId }) => partyId))).toBe(await count(made.slice(1).map(({ partyId }) => partyId)));
  });
});

describe('a name on a list', () => {
  it('is confirmed by a user with a reason; the score then has the floor of O4 and names the alert, and dismissing needs two users', async () => {
    const member = await makeMember();
    const supplier = await makeSupplier(member, listed);
    await score(member, supplier);
    const [alert] = await alertsOf(member, supplier);
    expect(alert).toMatchObject({
      kind: 'listed-entity',
      isToBeConfirmed: true,
      basis: { isSameCountry: true, countries: ['CN'], comparisons: [{ by: 'alias' }] },
    });
    const { read, post } = routesOf(member, alert?.id ?? '');
    expect((await post({ decision: 'confirm', reason: 'short' })).body).toMatchObject({
      errors: { reason: [expect.any(String)] },
      values: { reason: ['short'] },
    });
    expect((await post({ decision: 'confirm', reason, evidence: 'rumour' })).status).toBe(422);
    expect((await post({ decision: 'confirm', reason, evidence: 'document-checked' })).status).toBe(303);
    expect((await post({ decision: 'confirm', reason })).status).toBe(422);
    const [confirmed] = await alertsOf(member, supplier);
    expect(confirmed).toMatchObject({ status: 'confirmed', decidedBy: member.user.name, reason, override: 'in-force' });
    const stored = await member.inOrganization((db) =>
      db.score.findFirstOrThrow({ where: { partyId: supplier.partyId }, orderBy: { createdAt: 'desc' }, select: { result: true } }),
    );
    expect(stored.result).toMatchObject({
      score: 90,
      band: 'severe',
      overrides: [
        {
          code: 'O4',
          state: 'in-force',
          evidence: 'document-checked',
          source: `alert:${alert?.id}`,
          reason: expect.stringContaining('Aksu Huafu'),
        },
      ],
    });
    expect((await post({ decision: 'dismiss', reason })).status).toBe(422);
    await member.inOrganization(async (db) => {
      const given = await db.givenOverride.findFirstOrThrow({ select: { id: true } });
      const second = await makeMember({ organization: member.organization, role: 'reviewer' });
      await db.approval.create({
        data: {
          ...{ kind: 'override-waiver', partyId: supplier.partyId, item: `given:${given.id}`, reason: 'x', state: 'approved' },
          payload: { code: 'O4', evidence: 'audit-unannounced', shownBy: 'x' },
          ...{ proposedById: second.user.id, decidedById: member.user.id, decidedAt: new Date() },
        },
      });
    });
    expect((await alertsOf(member, supplier))[0]).toMatchObject({ override: 'lifted' });
    expect((await post({ decision: 'dismiss', reason: 'Another company: the register shows it.' })).status).toBe(303);
    const page = (await read()).body as { history: { act: string; changes: { field: string }[] }[] };
    expect(page.history.map(({ act }) => act)).toEqual(['dismiss-alert', 'confirm-alert']);
  });

  it('stays dismissed until its facts change, and is then marked as reopened', async () => {
    const member = await makeMember();
    const supplier = await makeSupplier(member, listed);
    await addSite(member, supplier, { name: 'Plant', country: 'CN', address: '1 Mill Road, Hangzhou' });
    await score(member, supplier);
    const [alert] = await alertsOf(member, supplier);
    const { post, read } = routesOf(member, alert?.id ?? '');
    await post({ decision: 'dismiss', reason: 'Another company at another address.' });
    await score(member, supplier);
    const dismissed = (await alertsOf(member, supplier)).find(({ id }) => id === alert?.id);
    expect(dismissed).toMatchObject({ status: 'dismissed', reason: 'Another company at another address.' });
    await addSite(member, supplier, { name: 'Second plant', country: 'CN', address: '2 Mill Road, Hangzhou' });
    await score(member, supplier);
    const [reopened] = await alertsOf(member, supplier);
    expect(reopened).toMatchObject({ id: alert?.id, status: 'open', decidedBy: null, reason: null, firstSeenAt: alert?.firstSeenAt });
    const page = (await read()).body as { history: { act: string; person: unknown }[] };
    expect(page.history).toMatchObject([{ act: 'reopen-alert', person: null }, { act: 'dismiss-alert' }]);
  });

  it('is decided with the permission, and read by readers of suppliers; for another organization it does not exist', async () => {
    const owner = await makeMember();
    const supplier = await makeSupplier(owner, listed);
    await score(owner, supplier);
    const [alert] = await alertsOf(owner, supplier);
    const form = { decision: 'dismiss', reason: 'Another company: the register shows it.' };
    for (const role of ['viewer', 'auditor', 'reviewer'] satisfies Role[]) {
      const routes = routesOf(await makeMember({ organization: owner.organization, role }), alert?.id ?? '');
      expect((await routes.read()).status, role).toBe(200);
      expect((await routes.post(form)).status, role).toBe(403);
    }
    const stranger = await makeMember();
    expect((await routesOf(stranger, alert?.id ?? '').read()).status).toBe(404);
    expect((await routesOf(stranger, alert?.id ?? '').post(form)).status).toBe(404);
    expect((await routesOf(owner, 'no-id').read()).status).toBe(404);
    const manager = routesOf(await makeMember({ organization: owner.organization, role: 'manager' }), alert?.id ?? '');
    const done = await manager.post({ ...form, from: 'supplier' });
    expect([done.status, done.headers.get('Location')]).toEqual([
      303,
      `/o/${owner.organization.slug}/suppliers/${supplier.publicId}#alerts`,
    ]);
  });
});

describe('display of alerts', () => {
  async function chain() {
    const member = await makeMember();
    const buyer = await makeSupplier(member, { name: 'Alpha Shirts', values: { country: 'PT', sector: '1410' } });
    const mill = await makeSupplier(member, { name: 'Beta Weaving', values: { country: 'TR', sector: '1312' } });
    const fibre = await makeSupplier(member, { name: 'Gamma Fibre', values: xinjiang });
    const named = await makeSupplier(member, listed);
    await addSite(member, fibre, { name: 'Gin', country: 'CN', postalCode: '843000' });
    await member.inOrganization(async (db) => {
      for (const [from, to] of [
        [fibre, mill],
        [mill, buyer],
      ] as const)
        await linkParties(db, {
          fromPartyId: from.partyId,
          toPartyId: to.partyId,
          kind: 'supplies',
          sourceId: from.sourceId,
          userId: member.user.id,
        });
    });
    await score(member, buyer, mill, fibre, named);
    return { member, buyer, mill, fibre, named };
  }

  it('a customer sees alerts further up the chain with the number of tiers; a list marks it', async () => {
    const { member, buyer, mill, fibre } = await chain();
    const upstream = (party: Made) => member.inOrganization((db) => readUpstreamAlerts(db, party.partyId));
    expect((await upstream(buyer))[0]).toMatchObject({ name: 'Gamma Fibre', kind: 'presumed-region', tiersUp: 2 });
    expect((await upstream(mill))[0]).toMatchObject({ tiersUp: 1 });
    expect(await upstream(fibre)).toEqual([]);
    const { page } = await member.inOrganization((db) => readListPage(db, readListState(new URLSearchParams('sort=name'))));
    const marks = page.rows.map(({ name, alerts, hasBanUpstream }) => [name, alerts[0] ?? null, hasBanUpstream]);
    expect(marks).toEqual([
      ['Akesu Huafu', 'listed-entity', false],
      ['Alpha Shirts', null, true],
      ['Beta Weaving', null, true],
      ['Gamma Fibre', 'presumed-region', false],
    ]);
  });

  it('the list of suppliers is filtered by alert', async () => {
    const { member } = await chain();
    const names = async (query: string) =>
      (await member.inOrganization((db) => listSuppliers(db, readListState(new URLSearchParams(query))))).rows.map(({ name }) => name);
    expect(await names('alert=any&sort=name')).toEqual(['Akesu Huafu', 'Gamma Fibre']);
    expect(await names('alert=presumed-region')).toEqual(['Gamma Fibre']);
    expect(await names('alert=import-order&alert=nonsense')).toEqual([]);
  });

  it('the page of alerts is filtered, sorted, paged by key and exported as shown', async () => {
    const { member } = await chain();
    const read = (query: string, take = 50) =>
      member.inOrganization((db) => listAlerts(db, readAlertState(new URLSearchParams(query)), { take }));
    const all = await read('');
    expect(all.rows[0]).toMatchObject({ kind: 'presumed-region', name: 'Gamma Fibre' });
    expect((await read('status=to-confirm')).rows.map(({ name }) => name)).toEqual(['Akesu Huafu']);
    expect((await read('q=gamma&kind=listed-good')).rows.map(({ name }) => name)).toEqual(['Gamma Fibre']);
    expect((await read('status=ended')).rows).toEqual([]);
    for (const sort of ['rank', '-rank', 'supplier', '-supplier', 'seen', '-seen']) {
      const whole = (await read(`sort=${sort}`)).rows.map(({ id }) => id);
      const paged: string[] = [];
      for (let query: string | null = `sort=${sort}`; query !== null; ) {
        const page = await read(query, 2);
        paged.push(...page.rows.map(({ id }) => id));
        query = page.after === null ? null : `sort=${sort}&after=${page.after}`;
        if (paged.length > 20) break;
      }
      expect(paged, sort).toEqual(whole);
    }
    const broken = Buffer.from(JSON.stringify(['x', '00000000-0000-4000-8000-000000000000'])).toString('base64url');
    for (const sort of ['rank', 'seen']) expect((await read(`sort=${sort}&after=${broken}`)).rows).toHaveLength(all.rows.length);
    const counts = await member.inOrganization((db) => countAlerts(db, readAlertState(new URLSearchParams('kind=listed-good'))));
    expect(counts).toMatchObject({ toConfirm: 1, all: all.rows.length });
    const params = { orgSlug: member.organization.slug };
    const file = await callRoute(exportRoute.loader, { url: `/o/x/alerts/export?kind=presumed-region`, params, cookie: member.cookie });
    const { data } = Papa.parse<Record<string, string>>(String(file.body).replace('\ufeff', ''), { header: true, skipEmptyLines: true });
    expect(data).toMatchObject([
      {
        supplier: 'Gamma Fibre',
        alert: 'presumed-region',
        source_table: 'import-orders',
        source_row: '022',
        status: 'open',
        decided_by: '',
      },
    ]);
    const page = await callRoute(listRoute.loader, { url: '/o/x/alerts', params, cookie: member.cookie });
    expect(page).toMatchObject({ status: 200, body: { counts: { shown: all.rows.length } } });
  });

  it('alerts of archived suppliers are not shown', async () => {
    const { member, fibre } = await chain();
    await member.inOrganization((db) => db.supplier.updateMany({ where: { partyId: fibre.partyId }, data: { archivedAt: new Date() } }));
    expect(
      (await member.inOrganization((db) => listAlerts(db, readAlertState(new URLSearchParams())))).rows.map(({ name }) => name),
    ).not.toContain('Gamma Fibre');
  });
});
