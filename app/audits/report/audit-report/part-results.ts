import { m } from '~/paraglide/messages';
import type { Block, Part } from '~/documents/pdf/block';
import { pointTable } from './point-table';
import { findingBlocks } from './finding-blocks';
import { furtherBlocks } from './part-further';
import { definitionBlocks } from './part-definition';
import { revisitBlocks } from './part-revisits';
import { signBlocks } from './part-signs';
import { statisticalBlocks } from './part-statistical';
import type { AuditReport, ReportCluster } from './schema';
import { narrativeBlocks } from './key-findings';
import { type Say, word } from './labels';
import { itemBlocks } from './item-blocks';
import { type Usual, usualOf } from './question-table';
import { findingsStatus, sectionStatus } from './fold-status';

/** 7: section by section the points, what was seen question by question, and each finding with its law, photos and reply. */
export function resultsPart(model: AuditReport, say: Say): Part {
  const usual = usualOf([
    ...model.clusters.flatMap(({ questions }) => questions),
    ...(model.further ?? []).flatMap(({ sections }) => sections.flatMap(({ questions }) => questions)),
  ]);
  const forms = usual.interviews.map((form) => word(form, say)).join(', ');
  const blocks: Block[] = [
    { kind: 'paragraph', text: m.audit_report_results_note({}, say) },
    ...(forms === '' ? [] : [{ kind: 'paragraph' as const, text: m.audit_report_usual_interviews({ forms }, say) }]),
    ...revisitBlocks(model, say),
  ];
  for (const cluster of model.clusters) blocks.push(...clusterBlocks(model, { cluster, usual, say }));
  const further = (model.further ?? []).flatMap(({ sections }) => sections.map(({ key }) => key));
  const known = new Set([...model.clusters.map(({ key }) => key), ...further]);
  const others = model.findings.filter(({ section }) => section === null || !known.has(section));
  if (others.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: m.audit_report_section_other({}, say), status: findingsStatus(others, say) });
    for (const finding of others) blocks.push(...findingBlocks(finding, model, say));
  }
  blocks.push(...furtherBlocks(model, usual, say));
  blocks.push(...signBlocks(model, say), ...definitionBlocks(model, say), ...statisticalBlocks(model, say));
  return { key: 'results', title: m.audit_report_part_results({}, say), blocks };
}

function clusterBlocks(model: AuditReport, { cluster, usual, say }: { cluster: ReportCluster; usual: Usual; say: Say }): Block[] {
  const own = model.findings.filter(({ section }) => section === cluster.key);
  return [
    { kind: 'heading', level: 2, text: `${cluster.key}  ${cluster.title}`, status: sectionStatus(cluster, { findings: own, say }) },
    ...narrativeBlocks(model, cluster.key),
    pointTable(cluster, model.audit, say),
    ...own.flatMap((finding) => findingBlocks(finding, model, say)),
    ...itemBlocks(cluster.questions, { section: cluster.title, law: model.law, usual, say }),
  ];
}
