import type { FactQuestion } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { emptyContext } from '~/audits/consistency/record';
import { siteFigures } from '~/audits/consistency/site-figures.server';
import { auditQuestionIndex } from '~/audits/entries/audit-question-index.server';
import type { Checked } from '~/audits/entries/check-record.server';
import { currentByKey } from '~/audits/entries/read-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { sameFactsOf } from './released.server';
import { readFacts } from './read-facts';

export type FactsLeft = { facts: number; questions: number };

/**
 * How many facts are left to ask in a record, and in how many questions. A zero-tolerance question counts as answered, whatever was recorded: the count is the
 * same for everyone who may see it. About five queries.
 */
export async function readLeft(db: TenantDb, audit: FoundAudit, { record, asked, answers }: Checked): Promise<FactsLeft> {
  const { questions } = await auditQuestionIndex(db, audit);
  const row = await db.audit.findFirstOrThrow({
    where: { id: audit.id },
    select: { announcement: true, startsOn: true, endsOn: true, personDays: true, sitePartyId: true, partyId: true },
  });
  const given = new Set([...answers.values()].flatMap((each) => [...each.keys()]));
  const withheld = new Set([...questions.keys()].filter(isZeroToleranceQuestion));
  const open = new Map<string, FactQuestion>();
  for (const key of asked) {
    const question = questions.get(key)?.question;
    if (question && question.type !== 'FACT' && !withheld.has(key)) open.set(key, question);
  }
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const { left } = readFacts({
    table: sameFactsOf(questions),
    asked: open,
    withheld,
    context: {
      plan: {
        ...emptyContext.plan,
        ...{ announcement: row.announcement, startsOn: day(row.startsOn), endsOn: day(row.endsOn), personDays: row.personDays.toNumber() },
      },
      site: await siteFigures(db, { partyId: row.sitePartyId ?? row.partyId, startsOn: row.startsOn }),
    },
    entriesOf: (kind) => [...currentByKey(record, kind).values()].map(({ key, value, madeAt }) => ({ key, value, on: day(madeAt) })),
  });
  return { facts: left.left.length, questions: [...open.keys()].filter((key) => !given.has(key)).length };
}
