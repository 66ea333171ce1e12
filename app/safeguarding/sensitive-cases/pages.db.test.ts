import { describe, expect, it } from 'vitest';
import { makeCase, makeCaseTeam } from '../../../tests/factories/case';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import * as caseRoute from '~/routes/org/safeguarding/sensitive-case';
import * as exportRoute from '~/routes/org/safeguarding/sensitive-case-export';
import * as deskRoute from '~/routes/org/safeguarding/sensitive-cases';
import * as newRoute from '~/routes/org/safeguarding/new-sensitive-case';

/** A form of some fields: missing ones are not sent. */
const filled = (form: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

type Made = Awaited<ReturnType<typeof makeCase>>;
const at = (member: MadeMember, caseId = '') => ({
  url: `/o/${member.organization.slug}/sensitive-cases/${caseId}`,
  params: { orgSlug: member.organization.slug, ...(caseId ? { caseId } : {}) },
  cookie: member.cookie,
});
const page = async ({ caseId }: Made, member: MadeMember) =>
  (await callRoute(caseRoute.loader, at(member, caseId))).body as {
    page: { decisions: { id: string }[]; log: { kind: string }[]; steps: { step: string; recorded: unknown }[] };
  };
const post = ({ caseId }: Made, member: MadeMember, form: Record<string, string>) =>
  callRoute(caseRoute.action, { ...at(member, caseId), form });

describe('opening by form', () => {
  const form = { intent: 'open', trigger: 'abuse', account: 'W-12 says that the foreman hits people.' };

  it('searches by POST, returns the entered values, warns of text that could identify a person, and opens', async () => {
    const { opener, second, supplier } = await makeCaseTeam();
    const send = (more: Record<string, string>) =>
      callRoute(newRoute.action, { ...at(opener), form: { ...form, second: second.user.id, ...more } });
    const searched = await send({ intent: 'search', q: 'lotus' });
    expect(searched).toMatchObject({
      status: 200,
      body: { found: [{ publicId: supplier.publicId }], failure: { values: { account: [form.account] } } },
    });
    expect(await send({})).toMatchObject({ status: 422, body: { failure: { errors: { about: [expect.any(String)] } } } });
    expect(await send({ about: supplier.publicId, second: opener.user.id })).toMatchObject({
      status: 422,
      body: { failure: { errors: { second: [expect.any(String)] } } },
    });
    const named = { about: supplier.publicId, account: 'Rahima is at +880 1712 345678.' };
    const warned = await send(named);
    expect(warned).toMatchObject({
      status: 422,
      body: {
        failure: { errors: { account: [expect.stringContaining('phone number')], screened: [] }, values: { account: [named.account] } },
      },
    });
    const desk = async () => ((await callRoute(deskRoute.loader, at(opener))).body as { cases: unknown[] }).cases.length;
    expect(await desk()).toBe(0);
    const opened = await send({ ...named, screened: 'on' });
    expect(opened.status).toBe(303);
    expect(opened.headers.get('Location')).toMatch(/\/sensitive-cases\/[0-9a-f-]{36}$/);
    expect(await desk()).toBe(1);
  });

  it('requires a permitted role, and is hidden from others', async () => {
    const { owner } = await makeCaseTeam();
    const viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
    for (const route of [deskRoute.loader, newRoute.loader]) expect((await callRoute(route, at(viewer))).status).toBe(403);
  });
});

describe('the page of a sensitive case', () => {
  it('opens with an altered log, reports it, and rejects every entry with the entered values', async () => {
    const made = await makeCase();
    const { opener, owner, caseId } = made;
    await withClient(testDatabase().ownerUrl, async (client) => {
      await client.query(`SELECT set_config('app.organization_id', $1, false)`, [owner.organization.id]);
      await client.query(`UPDATE "SensitiveCase" SET "headHash" = 'x' WHERE "id" = $1`, [caseId]);
    });
    expect(await callRoute(caseRoute.loader, at(opener, caseId))).toMatchObject({
      status: 200,
      body: { page: { fault: { kind: 'head' } } },
    });
    const taken = await post(made, opener, { intent: 'note', note: 'Still to be said.' });
    expect(taken).toMatchObject({ status: 422, body: { form: 'note', failure: { values: { note: ['Still to be said.'] } } } });
    expect((await callRoute(exportRoute.loader, at(opener, caseId))).status).toBe(200);
  });

  it('returns 404 to every user who is not assigned, owners too, by every method, and logs each read of the others', async () => {
    const made = await makeCase();
    const { owner, outsider, opener, second, caseId } = made;
    const stranger = await makeMember();
    for (const member of [owner, outsider]) {
      expect((await callRoute(caseRoute.loader, at(member, caseId))).status).toBe(404);
      expect((await callRoute(exportRoute.loader, at(member, caseId))).status).toBe(404);
      for (const form of [{ note: 'x' }, { kind: 'assign', person: member.user.id, reason: 'Let me see it.' }])
        expect((await post(made, member, { intent: 'kind' in form ? 'propose' : 'note', ...filled(form) })).status).toBe(404);
    }
    expect(
      (await callRoute(caseRoute.loader, { ...at(stranger, caseId), params: { orgSlug: owner.organization.slug, caseId } })).status,
    ).toBe(404);
    expect((await callRoute(caseRoute.loader, at(opener, 'nothing'))).status).toBe(404);
    await page(made, opener);
    await page(made, opener);
    const { log } = (await page(made, second)).page;
    expect(log.map(({ kind }) => kind)).toEqual(['read', 'read', 'assign', 'open']);
    const copy = await callRoute(exportRoute.loader, at(opener, caseId));
    expect(copy.headers.get('Content-Disposition')).toMatch(/filename="record-[0-9A-F]{6}\.json"/);
    expect(JSON.parse(String(copy.body))).toMatchObject({ watermark: { takenBy: { email: opener.user.email } }, isIntact: true });
  });

  it('records, rejects with the entered values, proposes and decides', async () => {
    const made = await makeCase();
    const { opener, second } = made;
    const early = await post(made, opener, { intent: 'step', step: 'refer', referral: 'referred', service: 'S-3', note: 'Tomorrow.' });
    expect(early).toMatchObject({
      status: 422,
      body: { form: 'step:refer', failure: { values: { note: ['Tomorrow.'] }, errors: { '': [expect.stringContaining('wish')] } } },
    });
    for (const form of [
      { step: 'danger', danger: 'no', helper: 'nobody-yet' },
      { step: 'protect', confront: 'on', tipOff: 'on', expose: 'on' },
      { step: 'wish', wish: 'yes', explained: 'on' },
      { step: 'country', risks: 'job', duty: 'yes', law: 'Labour Act, section 345' },
      { step: 'refer', referral: 'referred', service: 'S-3' },
    ])
      expect((await post(made, opener, { intent: 'step', ...filled(form) })).status, form.step).toBe(303);
    expect((await post(made, opener, { intent: 'step', step: 'protect', confront: 'on' })).status).toBe(422);
    expect((await post(made, opener, { intent: 'propose', kind: 'authorities', tell: 'tell', reason: 'x' })).status).toBe(422);
    expect((await post(made, opener, { intent: 'propose', kind: 'authorities', tell: 'tell', reason: 'The law demands it.' })).status).toBe(
      303,
    );
    const decisionId = (await page(made, second)).page.decisions[0]?.id ?? '';
    const confirm = { intent: 'decide', kind: 'authorities', decisionId, verdict: 'approved' };
    expect(await post(made, opener, confirm)).toMatchObject({ status: 422, body: { form: 'decide:authorities' } });
    expect((await post(made, second, confirm)).status).toBe(303);
    expect((await post(made, opener, { intent: 'contact', contact: 'hours-72', outcome: 'safe' })).status).toBe(303);
    expect((await post(made, opener, { intent: 'note', note: '' })).status).toBe(422);
    expect((await post(made, opener, { intent: 'nothing' })).status).toBe(404);
  });
});
