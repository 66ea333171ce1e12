import type { Block } from '~/documents/pdf/block';
import type { Cell } from '~/documents/pdf/draw-table.server';
import { m } from '~/paraglide/messages';
import { groupOf, type ItemGroup, shortCodes } from './item-groups';
import type { Say } from './labels';
import { type Asked, lawLines, notesOf, questionTable, sourceCell, type Usual } from './question-table';
import type { AuditReport } from './schema';

type Given = { section: string; law: AuditReport['law']; usual: Usual; say: Say };

/**
 * The items of a section in the order in which they interest a reader: not compliant, not assessed, compliant, those that do not apply by their reason, and those that no
 * report states. A group without items is left out.
 */
export function itemBlocks(items: readonly Asked[], given: Given): Block[] {
  const of = (group: ItemGroup) => items.filter((item) => groupOf(item) === group);
  const bad = of('not-compliant');
  return [
    ...(bad.length === 0
      ? []
      : [
          questionTable(bad, { title: m.audit_report_situation_of({ section: given.section }, given.say), law: given.law, say: given.say }),
        ]),
    ...compactTable(of('open'), { ...given, head: m.audit_report_items_open({ count: of('open').length }, given.say) }),
    ...compactTable(of('compliant'), { ...given, head: m.audit_report_items_compliant({ count: of('compliant').length }, given.say) }),
    ...doesNotApply(of('does-not-apply'), given),
    ...notStated(of('not-stated'), given),
  ];
}

/** An item a row: what it says, by what it was verified, and under it the legal requirement that it was held against. */
function compactTable(items: readonly Asked[], { head, section, law, usual, say }: Given & { head: string }): Block[] {
  if (items.length === 0) return [];
  const hasSources = items.some(({ sources }) => sources !== undefined && sources.length > 0);
  return [
    {
      kind: 'table',
      title: m.audit_report_items_of({ items: head, section }, say),
      ...{ size: 7.5, isDense: true },
      columns: [
        { label: head, share: hasSources ? 72 : 100 },
        ...(hasSources ? [{ label: m.audit_report_looked_at({}, say), share: 28 }] : []),
      ],
      rows: items.map((item): Cell[] => [
        { text: `${item.code}  ${item.text}`, ...underItem(item, law, say) },
        ...(hasSources ? [sourceCell(item, { say, usual })] : []),
      ]),
    },
  ];
}

function underItem(item: Asked, law: AuditReport['law'], say: Say): { note?: string } {
  const { lines, rest } = lawLines(item, law, say);
  const held = [...lines, rest].filter((line) => line !== '').join('; ');
  const lawLine = held === '' ? [] : [m.audit_report_pair({ name: m.audit_report_requirement({}, say), value: held }, say)];
  const { note: other } = notesOf(item, say);
  const note = [...lawLine, ...(other ? [other] : [])].join('\n');
  return note === '' ? {} : { note };
}

/** One row for each reason, with the codes of the items. */
function doesNotApply(items: readonly Asked[], { section, say }: Given): Block[] {
  if (items.length === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const { code, doesNotApply: reason = '', note } of items) {
    const said = reason === '' ? note.trim() : reason;
    const words = said === '' ? m.audit_report_reason_none({}, say) : said;
    byReason.set(words, [...(byReason.get(words) ?? []), code]);
  }
  const head = m.audit_report_items_not_applicable({ count: items.length }, say);
  return [
    {
      kind: 'table',
      title: m.audit_report_items_of({ items: head, section }, say),
      ...{ size: 7.5, isDense: true },
      columns: [
        { label: head, share: 45 },
        { label: m.audit_report_items({}, say), share: 55 },
      ],
      rows: [...byReason].map(([reason, codes]) => [reason, shortCodes(codes)]),
    },
  ];
}

function notStated(items: readonly Asked[], { section, say }: Given): Block[] {
  if (items.length === 0) return [];
  const head = m.compliance_not_stated({}, say);
  return [
    {
      kind: 'table',
      title: m.audit_report_items_of({ items: head, section }, say),
      ...{ size: 7.5, isDense: true },
      columns: [{ label: head, share: 100 }],
      rows: items.map(({ code, text }) => [`${code}  ${text}`]),
    },
  ];
}
