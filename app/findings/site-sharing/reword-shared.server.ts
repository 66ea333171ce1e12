import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import { peopleOf } from '~/findings/findings/finding-lists';
import { personalKindsIn } from '~/platform/privacy/recognize-personal-data';
import { personalKindWords } from '~/platform/privacy/kind-words';
import { m } from '~/paraglide/messages';
import { obstacleOf, peopleForSite } from './site-labels';

export type Reworded = { kind: 'reworded' } | { kind: 'refused'; code: 'not-there' | 'not-shareable' | 'words-missing' | 'same-words' };

/**
 * Shows a site the new text of a shared finding, with its current grade and extent. The earlier text is kept, and the site sees both with the date. Nothing is
 * shown for a revoked share or a finding with an obstacle.
 */
export async function rewordShared(
  db: TenantDb,
  options: { shareId: string; findingId: string; text: string; userId: string; now: Date },
): Promise<Reworded> {
  const { shareId, findingId, userId, now } = options;
  const refused = (code: Extract<Reworded, { kind: 'refused' }>['code']): Reworded => ({ kind: 'refused', code });
  const text = options.text.trim().slice(0, 4_000);
  if (!z.guid().safeParse(findingId).success) return refused('not-there');
  await db.$queryRaw`SELECT 1 FROM "FindingShare" WHERE "id" = ${shareId}::uuid FOR NO KEY UPDATE`;
  const shared = await db.sharedFinding.findFirst({
    where: { shareId, findingId, share: { withdrawnAt: null } },
    include: {
      finding: { include: { party: { select: { supplier: { select: { workers: true } }, site: { select: { workers: true } } } } } },
    },
  });
  if (!shared) return refused('not-there');
  if (text === '') return refused('words-missing');
  const { finding } = shared;
  if (obstacleOf({ ...finding, isZeroTolerance: isZeroToleranceFinding(finding) })) return refused('not-shareable');
  const { grade, extent, frequency, lawReference, codeReference, party } = finding;
  const people = peopleForSite(peopleOf(finding), party.site?.workers ?? party.supplier?.workers ?? null);
  const fresh = { text, grade, extent, frequency, lawReference, codeReference, people };
  const isSame = Object.entries(fresh).every(([field, value]) => shared[field as keyof typeof fresh] === value);
  if (isSame) return refused('same-words');
  await db.sharedWording.create({ data: { shareId, findingId, text: shared.text, grade: shared.grade, until: now } });
  await db.sharedFinding.updateMany({ where: { shareId, findingId }, data: { ...fresh, rewordedAt: now } });
  await recordActivity(db, {
    ...{ recordKind: 'finding', recordId: findingId, act: 'reword-for-site', userId },
    before: { siteText: shared.text },
    after: { siteText: text },
  });
  return { kind: 'reworded' };
}

/** Why the new text is not shown yet: possible names in it, until its writer confirms. Null without an obstacle. */
export function rewordDoubt(form: FormData): string | null {
  if (form.get('screened') === 'on') return null;
  const signs = personalKindsIn(givenText(form, 'text')).map((sign) => personalKindWords[sign]());
  return signs.length > 0 ? m.site_sharing_share_signs({ signs: signs.join(', ') }) : null;
}
