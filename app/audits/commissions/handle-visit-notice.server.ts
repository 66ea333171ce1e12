import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import { handOverSiteLink } from '~/findings/site-sharing/hand-over-link.server';
import { m } from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import type { ShownLink } from '~/questionnaires/requests/link-notice';
import type { FormFailure } from '~/ui/form-values';
import { findAudit } from '../planning/find-audit.server';
import { auditRefusalLabel } from '../planning/labels';
import { noticeVisit } from './visit-notice.server';

const fields = z.object({
  email: z
    .email({ error: () => m.commissions_email_bad() })
    .trim()
    .toLowerCase()
    .max(300)
    .optional(),
  locale: z.string().refine(isLocale),
});
type Noticed = { kind: 'noticed'; shareId: string; link: ShownLink } | { kind: 'refused'; failure: FormFailure } | { kind: 'unknown' };

/** Makes the notice of a visit, and mails its link where an address is given. */
export async function handleVisitNotice(
  member: Member,
  { auditId, form, origin, now }: { auditId: string; form: FormData; origin: string; now: Date },
): Promise<Noticed> {
  const read = parseForm(form, fields);
  if (!read.ok) return { kind: 'refused', failure: read };
  const { email = null, locale } = read.value;
  const userId = member.user.id;
  const noticed = await member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId, userId, role: member.role });
    return audit && noticeVisit(db, audit, { email, locale, userId, now });
  });
  if (!noticed) return { kind: 'unknown' };
  if (noticed.kind === 'refused') {
    const message = noticed.code === 'unannounced' ? m.commissions_visit_unannounced() : auditRefusalLabel(noticed.code);
    return { kind: 'refused', failure: formFailure(form, { '': [message] }) };
  }
  return {
    ...{ kind: 'noticed', shareId: noticed.shareId },
    link: await handOverSiteLink(noticed.made, { asker: member.organization.name, origin }),
  };
}
