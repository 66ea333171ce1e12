import type { NewOrganization } from '~/access/sign-up.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { publishResult } from '~/audits/published-results/publish-result.server';
import { readPublication } from '~/audits/published-results/read-publication.server';
import { answerReply, recordReply, sendForComment } from '~/findings/right-of-reply/reply-to-finding.server';
import { siteAddress } from '~/platform/mail/send.server';
import { idOfQuestion } from './audit-story';
import { recordedOn } from './recorded-on';

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** What the site of the demonstration says to what was found, by question, and what the company decided on it. */
const said = [
  {
    question: 'BW.FL.1.c.1',
    kind: 'dispute',
    text: 'The workers had asked us to keep them safe, because the rooms of the hostel could not be locked. Nobody who asked was refused. We have bought lockers all the same.',
    decision:
      'Consent does not change the finding: workers could take their passports only against a signature. Whether each worker now has a locker and its key is checked when the action is verified.',
  },
  {
    question: 'BW.OS.8.c.1',
    kind: 'accept',
    text: 'Pallets stood there on the day of a delivery. A yellow line now marks what stays free.',
    decision: 'The site accepts the finding. Whether the exit stays free is checked at the follow-up visit.',
  },
] as const;

/** The site replies to two findings of the approved audit, and the company decides on the replies. */
export async function replyToDemonstration(db: TenantDb, options: { auditId: string; ownerId: string; at: (days: number) => Date }) {
  const { auditId, ownerId: userId, at } = options;
  const findings = await db.finding.findMany({ where: { auditId }, select: { id: true, question: true } });
  for (const { question, kind, text, decision } of said) {
    const findingId = idOfQuestion(findings, question);
    await sendForComment(recordedOn(db, at(-114)), { findingId, sentOn: iso(at(-114)), userId });
    const replied = await recordReply(recordedOn(db, at(-106)), {
      findingId,
      kind,
      text,
      repliedBy: 'Managing director',
      repliedOn: iso(at(-106)),
      userId,
    });
    if (replied.kind === 'refused') throw new Error(`The demonstration could not reply to a finding: ${replied.code}`);
    const decided = await answerReply(recordedOn(db, at(-101)), { findingId, verdict: 'upheld', answer: decision, userId, now: at(-101) });
    if (decided.kind === 'refused') throw new Error(`The demonstration could not decide on a reply: ${decided.code}`);
  }
}

/** Publishes what the audit found of what is published, with the site's agreement. */
export async function publishDemonstration(
  db: TenantDb,
  options: { organization: NewOrganization; auditId: string; ownerId: string; at: (days: number) => Date },
): Promise<void> {
  const { organization, auditId, ownerId: userId, at } = options;
  const asked = {
    ...{ auditId, userId, role: 'owner' as const, organizationName: organization.name, locale: 'en' as const },
    ...{ publicUrl: siteAddress(), now: at(-50), isDemonstration: true },
  };
  const publication = await readPublication(db, asked);
  const published = await publishResult(recordedOn(db, at(-50)), asked, {
    ...{ seen: publication?.seen ?? '', held: [], screened: 'on', agreedBy: 'Managing director', agreedOn: iso(at(-55)) },
  });
  if (published.kind === 'refused') throw new Error(`The demonstration could not publish its results: ${published.code}`);
}
