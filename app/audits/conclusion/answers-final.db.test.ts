import { expect, test } from 'vitest';
import { closingValue, concludeAndApprove, makeAudit, makeEntry, sendEntries, withAudit } from '../../../tests/factories/audit';
import { makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { action as handleResponseAction, loader as responsePage } from '~/routes/org/questionnaires/response';
import { action as actAtDesk } from '~/routes/org/questionnaires/response-review';
import { responsesOf } from '~/audits/entries/audit-question-index.server';

/** The answers of a concluded and approved audit cannot be reopened, changed and submitted by one user alone: neither its record nor its approval can be bypassed. */
const now = new Date('2026-12-03T09:00:00Z');

test('the answers of an audit cannot be reopened, either while it is recorded or once it is approved', async () => {
  const owner = await makeMember();
  const second = await makeMember({ role: 'reviewer', organization: owner.organization });
  const { auditId } = await makeAudit(owner);
  const responses = await withAudit(owner, auditId, async (_, audit) => responsesOf(audit));
  expect(responses).toHaveLength(3);
  const statuses = async () =>
    new Set(
      (
        await owner.inOrganization((db) =>
          db.questionnaireResponse.findMany({ where: { id: { in: responses } }, select: { status: true } }),
        )
      ).map(({ status }) => status),
    );
  const post = async (action: unknown, form: Record<string, string>) => {
    const answers = [];
    for (const responseId of responses)
      for (const { cookie } of [owner, second]) {
        const params = { orgSlug: owner.organization.slug, responseId };
        answers.push((await callRoute(action, { url: '/', params, cookie, form })).status);
      }
    return new Set(answers);
  };
  const reopen = { intent: 'reopen', reason: 'One answer should be another' };

  await post(handleResponseAction, reopen);
  expect(await statuses()).toEqual(new Set(['recording']));

  await sendEntries(owner, auditId, [await makeEntry('meeting', 'closing', closingValue)]);
  await concludeAndApprove(auditId, { owner, second, now });
  expect(await statuses()).toEqual(new Set(['approved']));
  expect(await post(handleResponseAction, reopen)).toEqual(new Set([422]));
  expect(await post(actAtDesk, { intent: 'take-back' })).toEqual(new Set([422]));
  expect(await statuses()).toEqual(new Set(['approved']));
  const again = await owner.inOrganization((db) => submitResponse(db, { responseId: responses[0] ?? '', userId: owner.user.id, now }));
  expect(again).toMatchObject({ kind: 'refused', code: 'not-open' });

  const params = { orgSlug: owner.organization.slug, responseId: responses[0] };
  const page = await callRoute(responsePage, { url: '/', params, cookie: owner.cookie });
  expect(page.body).toMatchObject({ isOfAudit: true });
});
