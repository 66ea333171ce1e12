import type { TraceNode } from '#scoring';
import { isInstrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';

/** Where a fact, an answer or a finding of a calculation can be read. `ref` is the key that the fact carries. */
export type SourceLink =
  | { kind: 'row'; sourceId: string; fileName: string; rowNumber: number }
  | { kind: 'source'; sourceId: string; sourceKind: string; at: Date }
  | { kind: 'answer'; responseId: string; question: string; section: string | null }
  | { kind: 'finding'; findingId: string }
  | { kind: 'audit'; auditId: string; number: string }
  | { kind: 'alert'; alertId: string }
  | { kind: 'recruiter'; publicId: string }
  | { kind: 'publication'; reference: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every source link of a calculation, by ref, in two queries. A ref without a target is left out. */
export async function findSourceLinks(
  db: TenantDb,
  options: { trace: TraceNode; texts: ReadonlyMap<string, QuestionText> },
): Promise<Record<string, SourceLink>> {
  const refs = refsOf(options.trace);
  const sourceLinks: Record<string, SourceLink> = {};
  const sources = await db.source.findMany({
    where: { id: { in: refs.filter((ref) => uuid.test(ref)) } },
    select: {
      id: true,
      kind: true,
      createdAt: true,
      importRow: { select: { rowNumber: true, batch: { select: { file: { select: { fileName: true } } } } } },
    },
  });
  for (const { id, kind, createdAt, importRow } of sources) {
    sourceLinks[id] = importRow
      ? { kind: 'row', sourceId: id, fileName: importRow.batch.file.fileName, rowNumber: importRow.rowNumber }
      : { kind: 'source', sourceId: id, sourceKind: kind, at: createdAt };
  }
  const audits = refs.flatMap((ref) => (ref.startsWith('audit:') ? [ref.slice(6)] : []));
  for (const { id, number } of await db.audit.findMany({
    where: { id: { in: audits.filter((id) => uuid.test(id)) } },
    select: { id: true, number: true },
  }))
    sourceLinks[`audit:${id}`] = { kind: 'audit', auditId: id, number };
  for (const ref of refs) {
    const [kind, id, question] = ref.split(':');
    if (kind === 'alert' && id) sourceLinks[ref] = { kind: 'alert', alertId: id };
    if (kind === 'publication') sourceLinks[ref] = { kind, reference: ref.slice('publication:'.length) };
    if (kind === 'recruiter' && id) sourceLinks[ref] = { kind: 'recruiter', publicId: id };
    if (kind === 'finding' && id) sourceLinks[ref] = { kind: 'finding', findingId: id };
    if (kind !== 'answer' || !id || !question) continue;
    sourceLinks[ref] = { kind: 'answer', responseId: id, question, section: options.texts.get(question)?.section ?? null };
  }
  return sourceLinks;
}

export type QuestionText = { section: string; text: string; lang: string };

/** The wording of each question of a questionnaire in the reader's language, with its section. Empty for a questionnaire that is not held. */
export function questionTexts(instrumentKey: string | undefined): Map<string, QuestionText> {
  if (!instrumentKey || !isInstrument(instrumentKey)) return new Map();
  const { sections } = localizedInstrument(instrumentKey, getLocale());
  return new Map(
    sections.flatMap((section) =>
      section.questions.map(({ key, text }) => [key, { section: section.key, text: text.text, lang: text.lang }] as const),
    ),
  );
}

function refsOf(node: TraceNode): string[] {
  const own = node.fact?.source === undefined ? [] : [node.fact.source];
  return [...new Set([...own, ...(node.inputs ?? []).flatMap(refsOf)])];
}
