import type { Member } from '~/access/require-member.server';
import { findPartyIds } from '~/access/sql/find-party-ids.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { foldName } from '~/suppliers/parties/name-key';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { screenFailure } from './handle-case-action.server';
import { mailPeople, readersOf } from './mail-people.server';
import { openCase } from './open-case.server';
import { openingSchema } from './schema';

export type FoundParty = { publicId: string; name: string; kind: string };
/** What the form for a new case shows again: search results, typed values and errors. */
export type Started =
  | { kind: 'opened'; caseId: string }
  | { kind: 'form'; status: 200 | 422; found: FoundParty[]; isSearched: boolean; failure: FormFailure | null };

/** Up to 20 suppliers, sites and labour recruiters by a part of their name; one by its public id. */
async function findParties(db: TenantDb, { search, about }: { search: string; about: string }): Promise<FoundParty[]> {
  const select = { publicId: true, name: true, kind: true } as const;
  const kind = { in: ['supplier', 'site', 'labour-recruiter'] };
  const chosen = about ? await db.party.findMany({ where: { publicId: about, kind }, select }) : [];
  if (!search) return chosen;
  const ids = await findPartyIds(db, foldName(search));
  const found = await db.party.findMany({
    where: { id: { in: ids }, kind },
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    take: 20,
    select,
  });
  return [...chosen, ...found.filter(({ publicId }) => publicId !== about)];
}

/**
 * Handles the form for a new case by POST only: neither the search nor the subject appears in an address, which browsers and servers log. The intent "open"
 * opens a case; every other only searches, or comes from the page of a record.
 */
export async function startCase(
  { user, inOrganization }: Pick<Member, 'user' | 'inOrganization'>,
  { form, now }: { form: FormData; now: Date },
): Promise<Started> {
  const sent = (name: string) => String(form.get(name) ?? '').trim();
  const [search, about] = [sent('q'), sent('about')];
  const again = async (status: 200 | 422, failure: FormFailure | null): Promise<Started> => ({
    kind: 'form',
    status,
    failure,
    isSearched: search !== '',
    found: await inOrganization((db) => findParties(db, { search, about })),
  });
  if (sent('intent') !== 'open') return again(200, formFailure(form, {}));
  const parsed = parseForm(form, openingSchema);
  if (!parsed.ok) {
    const words = {
      about: m.sensitive_cases_about_missing,
      trigger: m.sensitive_cases_trigger_missing,
      account: m.sensitive_cases_account_short,
      second: m.sensitive_cases_second_missing,
    };
    const names = Object.keys(words).filter((name): name is keyof typeof words => name in parsed.errors);
    return again(422, formFailure(form, Object.fromEntries(names.map((name) => [name, [words[name]()]]))));
  }
  const screened = screenFailure(form);
  if (screened) return again(422, screened);
  const { response, question, trigger, account, second } = parsed.value;
  const place = response && question ? { responseId: response, question } : null;
  const { opened, readers } = await inOrganization(async (db) => {
    const done = await openCase(db, { about, place, trigger, account, secondId: second, userId: user.id, now });
    return { opened: done, readers: done.kind === 'opened' ? await readersOf(db, { caseId: done.caseId, except: user.id }) : [] };
  });
  if (opened.kind === 'refused') {
    const isSecond = opened.code === 'second-missing';
    const missing = isSecond ? m.sensitive_cases_second_missing() : m.sensitive_cases_about_missing();
    return again(422, formFailure(form, { [isSecond ? 'second' : 'about']: [missing] }));
  }
  await mailPeople(readers);
  return { kind: 'opened', caseId: opened.caseId };
}
