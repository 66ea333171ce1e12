import { matchRoutes } from '@remix-run/router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentAddress } from '~/routes/public/front/redirects';
import { type Served, serveSources, sourceBuild } from '../setup/served-app';
import { makeRequest } from '../factories/request';
import { makeMember } from '../factories/member';
import { eachRoute } from '../setup/each-route';
import earlier from './earlier-addresses.json';

const present = eachRoute.filter(({ path }) => path !== '/*').map(({ path }) => ({ path, id: path }));
const filledIn = (path: string) => path.replaceAll(/:([A-Za-z0-9]+)/g, (_, name: string) => (name === 'orgSlug' ? 'mill' : '0'));
const leadsToPage = (path: string) => matchRoutes(present, path) !== null;

describe('an address of an earlier version', () => {
  // A path with a parameter that takes any name: `finding.tsx` redirects.
  const takenByOthers = '/o/:orgSlug/findings/first';
  it.each(earlier.filter((path) => path !== takenByOthers))('%s redirects to a page', (path) => {
    expect(leadsToPage(filledIn(path)), 'is no longer an address').toBe(false);
    const current = currentAddress(filledIn(path));
    expect(current?.path).toBeDefined();
    expect(leadsToPage(current?.path ?? '')).toBe(true);
  });

  it('is renamed only where its page exists: an unknown page returns 404', () => {
    for (const path of ['/o/mill/nothing', '/o/mill/shared-access/1/x', '/answer', '/plan', '/o/mill', '/sites/1'])
      expect(currentAddress(path)).toBeNull();
  });

  describe('over HTTP', () => {
    let served: Served;
    beforeAll(async () => {
      served = await serveSources(await sourceBuild());
    });
    afterAll(() => served.close());
    const ask = (path: string, cookie: string, method = 'GET') =>
      fetch(`http://${served.host}${path}`, {
        ...{
          method,
          redirect: 'manual' as const,
          headers: { Cookie: cookie, 'X-Forwarded-Proto': 'https', Origin: `https://${served.host}` },
        },
        ...(method === 'POST' ? { body: new URLSearchParams({ intent: 'none' }) } : {}),
      });

    it('keeps the query, the method, and the access of a device that a link opened', async () => {
      const { responseId, cookie } = await makeRequest(await makeMember(), { name: 'Mill of an earlier link' });
      const led = await ask(`/answer/${responseId}?in=fr`, cookie);
      expect([led.status, led.headers.get('Location')]).toEqual([308, `/guest/questionnaire/${responseId}?in=fr`]);
      const reissued = led.headers.get('Set-Cookie') ?? '';
      expect(reissued).toMatch(/^manumit_answer_.*; Path=\/guest\/questionnaire; HttpOnly;/);
      expect(reissued.split(';')[0]).toBe(cookie);
      expect((await ask(led.headers.get('Location') ?? '', cookie)).status).toBe(200);
      const posted = await ask(`/answer/${responseId}/save`, cookie, 'POST');
      expect([posted.status, posted.headers.get('Location')]).toEqual([308, `/guest/questionnaire/${responseId}/save`]);
    });

    it('redirects members from priority findings', async () => {
      const member = await makeMember();
      const led = await ask(`/o/${member.organization.slug}/findings/first`, member.cookie);
      expect([led.status, led.headers.get('Location')]).toEqual([308, `/o/${member.organization.slug}/findings/priority`]);
    });

    it('sets no cookie on a device without one, and shows nothing of an organization', async () => {
      const led = await ask('/answer/00000000-0000-4000-8000-000000000000', '');
      expect([led.status, led.headers.get('Set-Cookie')]).toEqual([308, null]);
      const page = await ask('/o/mill/transactions/1/plan?when=overdue', '');
      expect([page.status, page.headers.get('Location')]).toEqual([308, '/o/mill/deals/1/esap?when=overdue']);
      expect((await ask('/o/mill/deals/1/esap', '')).status).toBe(302);
    });
  });
});
