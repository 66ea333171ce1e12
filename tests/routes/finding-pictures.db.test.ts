import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { attachFiles, keepFiles, listFiles } from '~/findings/findings/finding-files.server';
import { withReceivedForm } from '~/platform/forms/receive-files.server';
import { prepareFile } from '~/questionnaires/evidence/prepare-file.server';
import * as fileRoute from '~/routes/org/findings/finding-file';
import { photo } from '../factories/evidence';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

test('a photograph of a finding is shown as a picture rendered from it, to members of its organization alone', async () => {
  const owner = await makeMember();
  const { partyId } = await makeSupplier(owner);
  const organizationId = owner.organization.id;
  const of = { organizationId, userId: owner.user.id };
  const findingId = randomUUID();
  await owner.inOrganization((db) =>
    db.finding.create({
      data: { id: findingId, partyId, text: 'Two exits were locked', grade: 'minor' },
    }),
  );
  const body = new FormData();
  body.append('files', new File([new Uint8Array(await photo())], 'exit.jpg', { type: 'image/jpeg' }));
  const request = new Request('http://house.example/x', { method: 'POST', body });
  await withReceivedForm(request, { fileBytes: 10_000_000, files: 2 }, async ({ files }) => {
    const kept = await keepFiles(owner.inOrganization, { ...of, files });
    await owner.inOrganization((db) => attachFiles(db, { findingId, fileIds: kept.files.map(({ id }) => id), userId: of.userId }));
  });
  const shown = async () => (await owner.inOrganization((db) => listFiles(db, findingId)))[0];
  const picture = async (member: MadeMember) =>
    callRoute(fileRoute.loader, {
      url: 'http://house.example/x?picture',
      params: { orgSlug: owner.organization.slug, findingId, fileId: (await shown())?.id },
      cookie: member.cookie,
    });
  expect(await shown()).toMatchObject({ fileName: 'exit.jpg', hasPreview: false });
  expect((await picture(owner)).status).toBe(404);
  const { fileId } = await owner.inOrganization((db) =>
    db.findingFile.findFirstOrThrow({ where: { findingId }, select: { fileId: true } }),
  );
  await prepareFile(owner.inOrganization, { organizationId, fileId, now: new Date() });
  expect(await shown()).toMatchObject({ hasPreview: true, isOpen: true });
  const drawn = await picture(owner);
  expect([drawn.status, drawn.headers.get('Content-Type')]).toEqual([200, 'image/webp']);
  expect((await picture(await makeMember())).status).toBe(404);
});
