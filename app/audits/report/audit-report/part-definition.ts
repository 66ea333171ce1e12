import { definitionReadingLabel, elementStateLabel, elementTitle, exceptionLabel } from '~/audits/entries/definition-labels';
import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import type { AuditReport } from './schema';
import { methodWords, orDash, type Say } from './labels';

function definitionStatus(definition: AuditReport['definition'], say: Say): string {
  if (!definition) return m.audit_report_definition_none({}, say);
  return definition.isNotStated ? m.compliance_not_stated({}, say) : definitionReadingLabel(definition, say);
}

/** The legal definition, each element with what speaks for and against it, and what they come to. Reports of before it was asked for have none. */
export function definitionBlocks({ definition }: AuditReport, say: Say): Block[] {
  if (definition === undefined) return [];
  const title = m.audits_definition_title({}, say);
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: title, status: definitionStatus(definition, say) },
    { kind: 'paragraph', text: m.audit_report_definition_note({}, say) },
  ];
  if (definition === null) return [...blocks, { kind: 'paragraph', text: m.audit_report_definition_none({}, say) }];
  const said = (text: string | null) => (text === null ? m.audit_report_definition_withheld({}, say) : orDash(text));
  for (const { element, state, speaksFor, speaksAgainst, exceptions, sources, isNotStated } of definition.elements) {
    if (isNotStated) {
      blocks.push({ kind: 'heading', level: 3, text: elementTitle(element, say) });
      blocks.push({ kind: 'paragraph', text: m.compliance_not_stated({}, say) });
      continue;
    }
    blocks.push(
      { kind: 'heading', level: 3, text: elementTitle(element, say) },
      {
        kind: 'pairs',
        title: elementTitle(element, say),
        rows: [
          [m.audits_definition_reading({}, say), elementStateLabel(element, state, say)],
          ...(exceptions.length === 0
            ? []
            : [[m.audits_definition_which({}, say), exceptions.map((each) => exceptionLabel(each, say)).join('; ')] as [string, string]]),
          [m.audits_definition_for({}, say), said(speaksFor)],
          [m.audits_definition_against({}, say), said(speaksAgainst)],
          [m.audit_report_sources({}, say), orDash(methodWords(sources, say))],
        ],
      },
    );
  }
  if (definition.isNotStated) return [...blocks, { kind: 'paragraph', text: m.compliance_implied_note({}, say), isSmall: true }];
  return [...blocks, { kind: 'paragraph', text: definitionReadingLabel(definition, say), isStrong: true }];
}
