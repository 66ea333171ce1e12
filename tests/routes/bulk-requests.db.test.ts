import { beforeAll, describe, expect, it } from 'vitest';
import { action, loader } from '~/routes/org/questionnaires/bulk-requests';
import { loader as exported } from '~/routes/org/questionnaires/requests-export';
import { type MadeMember, makeMember } from '../factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../factories/request';
import { callRoute } from '../setup/call-route';
import { changeRequests, selectRequests } from '~/questionnaires/requests/change-requests.server';
import { readRequestFilter } from '~/questionnaires/requests/request-filter';

const now = new Date();

describe('a change of many requests', () => {
  let asker: MadeMember;
  let waiting: MadeRequest;
  let unaddressed: MadeRequest;
  let answered: MadeRequest;
  const statusesOf = () =>
    asker.inOrganization(async (db) => {
      const rows = await db.questionnaireRequest.findMany({ select: { responseId: true, status: true } });
      return Object.fromEntries(rows.map(({ responseId, status }) => [responseId, status]));
    });
  const query = (...requests: MadeRequest[]) => requests.map(({ responseId }) => `id=${responseId}`).join('&');
  const change = (act: 'remind' | 'withdraw', of: string, confirmed: number, by = asker) =>
    changeRequests(by.inOrganization, {
      ...{ change: act, filter: readRequestFilter(new URLSearchParams(of)), confirmed, userId: by.user.id, now },
      ...{ asker: by.organization.name, origin: 'http://localhost' },
    });

  beforeAll(async () => {
    asker = await makeMember();
    waiting = await makeRequest(asker, { name: 'Waiting', email: 'waiting@example.org' });
    unaddressed = await makeRequest(asker, { name: 'Unaddressed' });
    answered = await makeRequest(asker, { name: 'Answered', email: 'answered@example.org' });
    await answerAndSubmit(await answered.respondent());
  });

  it('says for each selected request whether it is possible', async () => {
    const select = (act: 'remind' | 'withdraw') =>
      asker.inOrganization(async (db) => {
        const rows = await selectRequests(db, { change: act, filter: {}, now });
        return rows.filter(({ isPossible }) => isPossible).map(({ name }) => name);
      });
    expect(await select('remind')).toEqual(['Waiting']);
    expect((await select('withdraw')).sort()).toEqual(['Unaddressed', 'Waiting']);
  });

  it('reminds, and not again within 24 hours', async () => {
    await asker.inOrganization((db) =>
      db.questionnaireRequest.updateMany({
        where: { responseId: waiting.responseId },
        data: { remindedAt: new Date(now.getTime() - 3_600_000) },
      }),
    );
    expect(await change('remind', '', 1)).toEqual({ kind: 'other-count' });
    await asker.inOrganization((db) =>
      db.questionnaireRequest.updateMany({ where: { responseId: waiting.responseId }, data: { remindedAt: null } }),
    );
    // Tests have no mail server: the new link is made, and the letter is counted as not sent.
    expect(await change('remind', '', 1)).toEqual({ kind: 'done', count: 0, notMailed: 1 });
    const links = await asker.inOrganization((db) =>
      db.activity.count({ where: { recordId: waiting.responseId, act: 'renew-link', userId: asker.user.id } }),
    );
    expect(links).toBe(1);
  });

  it('changes nothing when another number is possible than was confirmed, and nothing of another organization', async () => {
    const before = await statusesOf();
    expect(await change('withdraw', query(waiting, answered), 2)).toEqual({ kind: 'other-count' });
    const other = await makeMember();
    expect(await change('withdraw', query(waiting), 1, other)).toEqual({ kind: 'other-count' });
    expect(await statusesOf()).toEqual(before);
  });

  it('is offered and done by the page, which skips what is answered, and refuses a member who may not ask', async () => {
    const of = (who: MadeMember, act: string, form?: Record<string, string>) => ({
      url: `/o/${asker.organization.slug}/requests/bulk?act=${act}&${[waiting, answered].map(({ responseId }) => `chosen=${responseId}`).join('&')}`,
      params: { orgSlug: asker.organization.slug },
      cookie: who.cookie,
      ...(form ? { form } : {}),
    });
    const viewer = await makeMember({ organization: asker.organization, role: 'viewer' });
    expect((await callRoute(loader, of(viewer, 'withdraw'))).status).toBe(403);
    expect((await callRoute(loader, of(asker, 'withdraw'))).body).toMatchObject({
      count: 1,
      skipped: 1,
      names: ['Waiting'],
      isTooMany: false,
    });
    expect((await callRoute(action, of(asker, 'withdraw', { confirmed: '1' }))).status).toBe(303);
    expect(await statusesOf()).toEqual({
      [waiting.responseId]: 'withdrawn',
      [unaddressed.responseId]: expect.any(String),
      [answered.responseId]: 'submitted',
    });
    expect((await statusesOf())[unaddressed.responseId]).not.toBe('withdrawn');
  });

  it('exports the selected requests alone', async () => {
    const path = `/o/${asker.organization.slug}/requests`;
    const leads = await callRoute(loader, {
      url: `${path}/bulk?act=export&chosen=${answered.responseId}`,
      params: { orgSlug: asker.organization.slug },
      cookie: asker.cookie,
    });
    expect(leads.headers.get('location')).toBe(`${path}/export?id=${answered.responseId}`);
    const file = await callRoute(exported, {
      url: `${path}/export?id=${answered.responseId}`,
      params: { orgSlug: asker.organization.slug },
      cookie: asker.cookie,
    });
    expect(JSON.stringify(file.body)).toContain('Answered');
    expect(JSON.stringify(file.body)).not.toContain('Waiting');
  });
});
