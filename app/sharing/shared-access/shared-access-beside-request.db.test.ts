import { instrument } from '#scoring';
import { expect, test } from 'vitest';
import { claimByDevice } from '~/access/claims.server';
import { forOrganization } from '~/access/tenant-db.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { questionBack } from '~/questionnaires/requests/change-request.server';
import { readGranted, readSharing, shareAgain, stopSharing, submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, makeRequest } from '../../../tests/factories/request';
import { acceptOffer } from './answer-offer.server';
import { revokeAccess } from './change-shared-access.server';
import { offerAccess } from './offer-access.server';
import { readSharedContent } from './read-shared-content.server';

const now = new Date();
const [section = ''] = instrument(defaultInstrument).sections.map(({ key }) => key);

test('access by request and access by offer to the same reader end separately', async () => {
  const buyer = await makeMember();
  const request = await makeRequest(buyer, { name: 'Mill that shares twice' });
  const { responseId, supplierOrganizationId } = request;
  await answerAndSubmit(await request.respondent());
  const person = await makeMember();
  await claimByDevice(supplierOrganizationId, { userId: person.user.id }, recordClaimed);
  const inMill = forOrganization({ organizationId: supplierOrganizationId, userId: person.user.id });
  const offered = await inMill((db) =>
    offerAccess(db, {
      organization: { id: supplierOrganizationId, name: 'Mill that shares twice' },
      responseId,
      sections: [section],
      files: [],
      recipient: { kind: 'organization', id: buyer.organization.id },
      purpose: 'buyer',
      reason: 'For the audit team',
      until: new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10),
      userId: person.user.id,
      now,
    }),
  );
  if (offered.kind !== 'offered') throw new Error(offered.code);
  const { sharedAccessId } = offered;
  const reader = { organizationId: buyer.organization.id, sharedAccessId, now };
  await buyer.inOrganization((db) => acceptOffer(db, reader));
  const granted = () => buyer.inOrganization(async (db) => (await readSharedContent(db, { ...reader, how: 'page' })).kind);
  const asked = () => buyer.inOrganization(async (db) => (await readResponse(db, responseId))?.sharing);
  const respondent = await request.respondent();
  const untilGranted = () => respondent.inResponse((db) => readGranted(db, respondent, now));
  expect([await granted(), await asked()]).toEqual(['open', 'shared']);

  // Ending the requested access leaves the offered access, and the page shows it.
  expect(await stopSharing(respondent, { now })).toBe(true);
  expect([await granted(), await asked()]).toEqual(['open', 'ended']);
  expect(await respondent.inResponse((db) => readSharing(db, respondent, now))).toBeNull();
  expect(await untilGranted()).not.toBeNull();
  expect(await shareAgain(respondent, { now })).toBe(true);

  // New answers replace the requested copy; the offered copy stays unchanged.
  await buyer.inOrganization((db) => questionBack(db, { responseId, userId: buyer.user.id, now, reason: 'Once more' }));
  expect((await submitOwn(await request.respondent(), { now })).kind).toBe('submitted');
  expect([await granted(), await asked()]).toEqual(['open', 'shared']);

  const which = { organizationId: supplierOrganizationId, sharedAccessId, userId: person.user.id, now };
  expect((await inMill((db) => revokeAccess(db, which))).kind).toBe('changed');
  expect([await granted(), await asked()]).toEqual(['over', 'shared']);
  expect(await untilGranted()).toBeNull();
});
