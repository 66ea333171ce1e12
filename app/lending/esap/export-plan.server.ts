import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { csvLine } from '~/platform/lists/csv';
import { type XlsxCell, xlsxStream } from '~/documents/workbooks/xlsx-stream.server';
import { fileColumns, fileRows } from './plan-file';
import { type PlanRead, readPlan } from './read-plan.server';

/** Input of a plan file: the plan, comments on its items, and the file name without extension; null for no such deal. */
export async function readPlanFile(db: TenantDb, of: { dealId: string; today: string }) {
  const plan = await readPlan(db, of);
  if (!plan) return null;
  const { id, number } = plan.deal;
  return { plan, comments: await readComments(db, id), name: `action-plan-${number}` };
}

/** The comments on each item as one text, oldest first. Two queries. */
export async function readComments(db: TenantDb, dealId: string): Promise<Map<string, string>> {
  const rows = await db.esapComment.findMany({
    where: { line: { dealId } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { itemId: true, text: true, byUserId: true, byName: true, byFunction: true, at: true },
  });
  const people = await namePeople(
    db,
    rows.flatMap(({ byUserId }) => byUserId ?? []),
  );
  const said = new Map<string, string>();
  for (const { itemId, text, byUserId, byName, byFunction, at } of rows) {
    const who = byUserId === null ? `${byName} (${byFunction})` : (people.get(byUserId) ?? '');
    const line = `${at.toISOString().slice(0, 10)} ${who}: ${text}`;
    said.set(itemId, said.has(itemId) ? `${said.get(itemId)}\n${line}` : line);
  }
  return said;
}

/** The plan as CSV with a byte order mark; no cell is read as a formula. */
export function planAsCsv(plan: PlanRead, comments: ReadonlyMap<string, string>): string {
  return `\ufeff${[Object.keys(fileColumns), ...fileRows(plan, comments)].map((row) => csvLine(row)).join('')}`;
}

/** The plan as JSON, with its status and costs by currency; amounts in whole minor units. */
export function planAsJson(plan: PlanRead, comments: ReadonlyMap<string, string>): string {
  const { deal, version, totals } = plan;
  const heads = Object.keys(fileColumns);
  const lines = fileRows(plan, comments).map((row) => Object.fromEntries(row.map((cell, at) => [heads[at] ?? '', cell])));
  return JSON.stringify({ format: 'action-plan-file/1', deal, version, totals, lines }, null, 2);
}

const widths: Readonly<Record<string, number>> = {
  action: 60,
  reason: 40,
  deliverable: 40,
  completion_indicator: 40,
  comments: 50,
  owner: 24,
};
const long: ReadonlySet<string> = new Set(Object.keys(widths));

/** The same as a workbook. Costs are numbers, so that a spreadsheet can add them; everything else is text. */
export function planAsXlsx(plan: PlanRead, comments: ReadonlyMap<string, string>): ReadableStream<Uint8Array> {
  const heads = Object.keys(fileColumns);
  async function* rows(): AsyncGenerator<readonly XlsxCell[]> {
    yield heads.map((text) => ({ text, style: 'head' as const }));
    for (const row of fileRows(plan, comments))
      yield row.map((cell, at): XlsxCell => {
        if (cell === null || cell === '') return null;
        if (heads[at] === 'cost') return Number(cell);
        return typeof cell === 'number' ? cell : { text: cell, style: long.has(heads[at] ?? '') ? 'wrap' : 'text' };
      });
  }
  return xlsxStream([{ name: 'Action plan', widths: heads.map((head) => widths[head] ?? 16), rows: rows() }]);
}
