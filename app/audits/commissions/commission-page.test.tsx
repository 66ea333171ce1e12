import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import { CommissionPage } from './commission-page';

type Props = Parameters<typeof CommissionPage>[0];
const plan = {
  ...{ clientId: null, partyId: 'p', sitePartyId: null, supplier: { name: 'Mill', publicId: 'M1' }, site: null },
  ...{ startsOn: '2027-02-08', endsOn: '2027-02-09', personDays: 4, audit: null },
  auditors: [{ userId: 'a', part: 'lead', explanation: '' }],
};
const commission: Props['commission'] = {
  ...{ id: 'c', number: 'C-2027-0001', buyerOrganizationId: 'b', firmOrganizationId: 'f', side: 'firm', isOwn: false },
  ...{ buyerName: 'Buyer', firmName: 'Firm', type: 'initial', announcement: 'announced', checklists: [], reason: 'New supplier' },
  place: { supplier: 'Mill', site: null, address: '', city: null, country: 'VN', workers: 300 },
  ...{ wantedFrom: '2027-02-01', wantedTo: '2027-02-28', payer: 'site', payerNote: '', status: 'sent', startsOn: null, endsOn: null },
  ...{ team: [], auditNumber: null, declineReason: null, plan },
};
const conflict: Props['conflicts'][number] = {
  ...{
    code: 'site-pays',
    subject: '',
    basis: 'site-pays',
    person: null,
    note: '',
    state: 'proposed',
    decisionId: 'd',
    reason: 'Paid before',
  },
  ...{ proposedById: 'one', proposedBy: 'Person one', decidedBy: null, decidedAt: null },
};

async function render(given: Partial<Props>): Promise<string> {
  const page = (
    <CommissionPage
      {...{
        commission,
        checklists: [],
        messages: [],
        conflicts: [conflict],
        team: [{ ...plan.auditors[0], name: 'Ana' } as Props['team'][number]],
      }}
      {...{ free: [{ id: 'z', name: 'Ben' }], userId: 'two', mayEdit: true, mayDecide: true, base: '/o/f', report: null, reply: null }}
      {...given}
    />
  );
  const handler = createStaticHandler([{ path: '/', element: page }]);
  const context = await handler.query(new Request('http://localhost/'));
  if (context instanceof Response) throw context;
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />,
  );
}

test('offers a second person, not the one who proposed, the decision on a conflict', async () => {
  expect(await render({})).toContain('Accept conflict');
  expect(await render({ userId: 'one' })).not.toContain('Accept conflict');
  expect(await render({ mayDecide: false })).not.toContain('Accept conflict');
});

test('shows the buyer neither preparation nor conflicts, and the firm no withdrawal', async () => {
  const ofFirm = await render({});
  expect(ofFirm).toContain('Preparation');
  expect(ofFirm).toContain('Accept commission');
  expect(ofFirm).not.toContain('Withdraw commission');
  const ofBuyer = await render({ commission: { ...commission, side: 'buyer', plan: null }, conflicts: [], team: [], free: [] });
  for (const hidden of ['Preparation', 'Conflicts of interest', 'Accept commission']) expect(ofBuyer).not.toContain(hidden);
  expect(ofBuyer).toContain('Withdraw commission');
});

test('offers the plan once the commission is accepted, and nothing after it ended', async () => {
  expect(await render({ commission: { ...commission, status: 'accepted' } })).toContain('Plan audit');
  const ended = await render({ commission: { ...commission, status: 'declined', declineReason: 'No capacity' }, conflicts: [] });
  expect(ended).toContain('No capacity');
  expect(ended).not.toContain('Accept commission');
});
