import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { type LimitKind, limitKinds } from './entered-requirement';
import type { ShownRequirement } from './requirement';

/** Which of the entered requirements: those of a country, in force on a day, and shown; or all, with what was withdrawn and corrected. */
type Asked = { country: string; on?: string };

/** The requirements that members of the organization entered for a country, with who entered and confirmed each. */
export async function readEntered(db: TenantDb, { country, on }: Asked): Promise<EnteredRequirementRow[]> {
  const rows = await db.enteredRequirement.findMany({ where: { iso2: country }, orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }] });
  const corrected = new Set(
    rows.flatMap(({ correctsId, withdrawnAt }) => (withdrawnAt === null && correctsId !== null ? [correctsId] : [])),
  );
  const names = await namePeople(
    db,
    rows.flatMap(({ enteredById, confirmedById, withdrawnById }) => [enteredById, confirmedById ?? [], withdrawnById ?? []].flat()),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.flatMap((row) => {
    const isCorrected = corrected.has(row.id);
    const [validFrom, validUntil] = [dayOf(row.validFrom), dayOf(row.validUntil)];
    const isShown = row.withdrawnAt === null && !isCorrected;
    const isInForce = on === undefined || ((validFrom === null || validFrom <= on) && (validUntil === null || validUntil >= on));
    if (on !== undefined && !(isShown && isInForce)) return [];
    const kind = limitKinds.find((each) => each === row.limitKind);
    return [
      {
        ...{ id: row.id, topic: row.topic, question: row.question, text: row.text, law: row.law, article: row.article, url: row.url },
        ...{ readOn: row.readOn.toISOString().slice(0, 10), validFrom, validUntil, correctsId: row.correctsId, isCorrected },
        limit: kind && row.limitValue !== null ? { kind, value: Number(row.limitValue), currency: row.limitCurrency } : null,
        ...{ enteredById: row.enteredById, enteredBy: nameOf(row.enteredById), enteredAt: row.enteredAt },
        ...{ confirmedBy: nameOf(row.confirmedById), confirmedAt: row.confirmedAt },
        ...{ withdrawnBy: nameOf(row.withdrawnById), withdrawnAt: row.withdrawnAt, withdrawnReason: row.withdrawnReason },
      },
    ];
  });
}

export type EnteredRequirementRow = {
  id: string;
  topic: string;
  question: string | null;
  text: string;
  law: string;
  article: string;
  url: string;
  readOn: string;
  validFrom: string | null;
  validUntil: string | null;
  correctsId: string | null;
  /** Another, not withdrawn, corrects it. */
  isCorrected: boolean;
  limit: { kind: LimitKind; value: number; currency: string | null } | null;
  enteredById: string;
  enteredBy: string | null;
  enteredAt: Date;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  withdrawnReason: string;
};

const dayOf = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;

/** As pages, the recorder and reports show it: second-hand until a second person confirmed it. */
export function showEntered(row: EnteredRequirementRow): ShownRequirement {
  return {
    number: 0,
    topic: row.topic,
    text: row.text,
    law: [row.law, row.article].filter(Boolean).join(', '),
    inForceSince: row.validFrom,
    certainty: row.confirmedAt === null ? 'second-hand' : 'confirmed',
    checkedOn: row.readOn,
    note: null,
    entered: {
      ...{ id: row.id, by: row.enteredBy, on: row.enteredAt.toISOString().slice(0, 10), url: row.url || null },
      ...{ confirmedBy: row.confirmedBy, confirmedOn: dayOf(row.confirmedAt) },
    },
  };
}
