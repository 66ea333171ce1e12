import { findingGradeSchema, findingGrades, indicators } from '#scoring';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { actionKinds, actionStatuses, daysOverdue } from '~/findings/corrective-actions/action-lists';
import { isZeroToleranceFinding, pointOfQuestion, pointTitle } from '~/findings/findings/compliance-points.server';
import { showFindings } from '~/findings/findings/show-findings.server';
import { indicatorLabel } from '~/platform/terms/indicator-label';
import { m } from '~/paraglide/messages';
import { waitingStatuses } from '~/questionnaires/requests/states';

const filed = { question: z.string().nullable(), compliancePoint: z.string().nullable(), indicator: z.string().nullable() };
const findingSchema = z.object({ ...filed, id: z.string(), grade: findingGradeSchema, openedOn: z.string(), isPlanned: z.boolean() });
const actionSchema = z.object({
  ...filed,
  findingId: z.string(),
  kind: z.enum(actionKinds),
  status: z.enum(actionStatuses),
  dueOn: z.string(),
});

/** How many titles one list of findings looks up at most. */
const mostTitled = 12;

/**
 * What is open about a supplier, as a paper that leaves the organization may name it: by the point of the standard or the indicator, never by what somebody wrote,
 * in which a worker can be named. Findings on zero-tolerance questions and their actions are in none of the numbers. The most serious finding and the oldest due
 * day come first. Four queries.
 */
export async function readOpenPoints(db: TenantDb, { partyId, today }: { partyId: string; today: string }) {
  const findings = await queryRows(
    db,
    findingSchema,
    sql`SELECT f."id", f."question", f."compliancePoint", f."indicator", f."grade", f."openedAt"::date::text AS "openedOn",
        EXISTS (SELECT FROM "CorrectiveAction" a WHERE a."organizationId" = f."organizationId" AND a."findingId" = f."id") AS "isPlanned"
      FROM "Finding" f WHERE f."partyId" = ${partyId}::uuid AND f."status" <> 'verified' AND f."withdrawnAt" IS NULL
      ORDER BY f."openedAt" DESC, f."id" DESC`,
  );
  const actions = await queryRows(
    db,
    actionSchema,
    sql`SELECT a."findingId", a."kind", a."status", a."dueOn"::text AS "dueOn", f."question", f."compliancePoint", f."indicator"
      FROM "CorrectiveAction" a JOIN "Finding" f ON f."organizationId" = a."organizationId" AND f."id" = a."findingId"
      WHERE f."partyId" = ${partyId}::uuid AND f."withdrawnAt" IS NULL AND a."status" <> 'verified' ORDER BY a."dueOn", a."id"`,
  );
  const [waiting] = await queryRows(
    db,
    z.object({ dueOn: z.string().nullable() }),
    sql`SELECT min(r."dueOn")::text AS "dueOn" FROM "QuestionnaireRequest" r
      JOIN "QuestionnaireResponse" q ON q."organizationId" = r."organizationId" AND q."id" = r."responseId"
      WHERE q."partyId" = ${partyId}::uuid AND r."status" = ANY(${[...waitingStatuses]}::text[]) AND r."dueOn" < ${today}::date`,
  );
  const stated = findings
    .filter((row) => !isZeroToleranceFinding(row))
    .toSorted((a, b) => findingGrades.indexOf(a.grade) - findingGrades.indexOf(b.grade));
  const unverified = actions.filter((row) => !isZeroToleranceFinding(row));
  const overdue = unverified.filter((action) => daysOverdue(action, today) > 0);
  const titles = await titlesOf(db, [
    ...stated.slice(0, mostTitled).map(({ id }) => id),
    ...overdue.slice(0, mostTitled).map(({ findingId }) => findingId),
  ]);
  return {
    findings: stated.map((row) => ({ ...row, title: titles.get(row.id) ?? titleOf(row) })),
    actions: unverified.length,
    overdue: overdue.map((row) => ({ ...row, title: titles.get(row.findingId) ?? titleOf(row) })),
    /** The earliest due day of a questionnaire that is late; null where none is. */
    questionnaireDueOn: waiting?.dueOn ?? null,
  };
}
export type OpenPoints = Awaited<ReturnType<typeof readOpenPoints>>;

/** The titles of findings that an answer raised: the words of the questionnaire. Those that a person wrote have none here. */
async function titlesOf(db: TenantDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await showFindings(db, { ids: [...new Set(ids)] });
  return new Map(rows.flatMap(({ id, title, asked }) => (asked === null ? [] : [[id, title] as const])));
}

/** What a finding is filed under: its indicator, else its compliance point. */
function titleOf({ question, compliancePoint, indicator }: z.infer<typeof findingSchema> | z.infer<typeof actionSchema>): string {
  const known = indicators.find((each) => each === indicator);
  if (known !== undefined) return indicatorLabel(known);
  const point = compliancePoint ?? (question === null ? null : pointOfQuestion(question));
  return pointTitle(point) ?? m.supplier_brief_finding();
}
