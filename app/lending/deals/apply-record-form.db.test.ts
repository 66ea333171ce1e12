import { beforeAll, describe, expect, it } from 'vitest';
import { readEngagement } from '~/lending/stakeholder-engagement/read-engagement.server';
import { action as correctEntry } from '~/routes/org/lending/engagement-entry';
import { action as newEntry, loader as newEntryPage } from '~/routes/org/lending/new-engagement-entry';
import { action as newLine } from '~/routes/org/lending/new-esap-item';
import { makeDeal } from '../../../tests/factories/lent';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';

const typed = { heldOn: '2026-05-04', groups: 'workers', way: 'meeting', languages: 'Spanish', people: '41', subjects: 'Beds' };
let owner: MadeMember;
let dealId = '';
beforeAll(async () => {
  owner = await makeMember({ kind: 'lender' });
  ({ dealId } = await makeDeal(owner));
});

type Route = Parameters<typeof callRoute>[0];
const call = (route: Route, by: MadeMember, form: Record<string, string> | null, params: Record<string, string> = {}) =>
  callRoute(route, {
    url: `/o/${owner.organization.slug}/x`,
    ...{ params: { orgSlug: owner.organization.slug, dealId, ...params }, cookie: by.cookie },
    ...(form ? { form } : {}),
  });

describe('a form for a record of a deal', () => {
  it('is returned with its values when rejected, and redirects when saved', async () => {
    const refused = await call(newEntry, owner, { ...typed, subjects: '' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ failure: { values: { languages: ['Spanish'] }, errors: { subjects: [expect.any(String)] } } });
    const written = await call(newEntry, owner, typed);
    expect(written.status).toBe(303);
    expect(written.headers.get('Location')).toBe(`/o/${owner.organization.slug}/deals/${dealId}/review/stakeholder-engagement`);
    const line = await call(newLine, owner, { action: 'A second kitchen' });
    expect(line.headers.get('Location')).toMatch(new RegExp(`/deals/${dealId}/esap/items/[0-9a-f-]{36}$`));
    const { entries } = await owner.inOrganization((db) => readEngagement(db, dealId));
    expect(entries).toMatchObject([{ number: 1, people: 41 }]);
  });

  it('of two corrections of one version the second is reported; an unknown one returns 404', async () => {
    const correct = (seen: string, entryNumber = '1') => call(correctEntry, owner, { ...typed, people: '40', seen }, { entryNumber });
    expect((await correct('1')).status).toBe(303);
    const late = await correct('1');
    expect([late.status, late.body]).toMatchObject([422, { failure: { errors: { '': [expect.any(String)] } } }]);
    expect((await correct('1', '7')).status).toBe(404);
    expect((await call(newEntry, owner, typed, { dealId: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
    expect((await call(newEntryPage, owner, null, { dealId: 'nothing' })).status).toBe(404);
  });

  it('needs the permission to edit', async () => {
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    expect((await call(newEntry, viewer, typed)).status).toBe(403);
    expect((await call(newEntryPage, viewer, null)).status).toBe(403);
    const stranger = await makeMember({ kind: 'lender' });
    expect((await call(newEntry, stranger, typed)).status).toBe(404);
    expect((await call(newEntryPage, owner, null)).status).toBe(200);
  });
});
