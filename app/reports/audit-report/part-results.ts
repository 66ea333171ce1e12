import { capital, gradeWord, statusWord, writeFact } from '../assessment-report/words';
import { m } from '~/paraglide/messages';
import type { Block, Part } from './block';
import { pointTable } from './point-table';
import { furtherBlocks } from './part-further';
import { definitionBlocks } from './part-definition';
import { photoBlock, standsBeside } from './photo-block';
import { revisitBlocks } from './part-revisits';
import { signBlocks } from './part-signs';
import type { AuditReport, AuditReportFinding, ReportCluster } from './schema';
import { methodWords, orDash, type Say, word } from './words';

/** 7: section by section the points, what was seen question by question, and each finding with its law, photos and reply. */
export function resultsPart(model: AuditReport, say: Say): Part {
  const blocks: Block[] = [{ kind: 'paragraph', text: m.auditreport_results_note({}, say) }, ...revisitBlocks(model, say)];
  for (const cluster of model.clusters) blocks.push(...clusterBlocks(model, { cluster, say }));
  const further = (model.further ?? []).flatMap(({ sections }) => sections.map(({ key }) => key));
  const known = new Set([...model.clusters.map(({ key }) => key), ...further]);
  const others = model.findings.filter(({ section }) => section === null || !known.has(section));
  if (others.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: m.auditreport_section_other({}, say) });
    for (const finding of others) blocks.push(...findingBlocks(finding, model.photos, say));
  }
  blocks.push(...furtherBlocks(model, say));
  blocks.push(...signBlocks(model, say), ...definitionBlocks(model, say));
  return { key: 'results', title: m.auditreport_part_results({}, say), blocks };
}

function clusterBlocks(model: AuditReport, { cluster, say }: { cluster: ReportCluster; say: Say }): Block[] {
  const own = model.findings.filter(({ section }) => section === cluster.key);
  return [
    { kind: 'heading', level: 2, text: `${cluster.key}  ${cluster.title}` },
    pointTable(cluster, model.audit, say),
    {
      kind: 'table',
      title: m.auditreport_situation_of({ section: cluster.title }, say),
      size: 8,
      columns: [
        { label: m.report_column_question({}, say), share: 60 },
        { label: m.auditreport_situation({}, say), share: 22 },
        { label: m.auditreport_findings({}, say), share: 18 },
      ],
      rows: cluster.questions.map(({ code, text, answerText, note, isLegalContext, findings }) => {
        const notes = [note, isLegalContext ? m.auditreport_legal_context({}, say) : ''].filter((each) => each !== '').join('\n');
        return [
          { text: `${code}  ${text}`, ...(notes === '' ? {} : { note: notes }) },
          answerText ?? m.auditreport_not_assessed({}, say),
          findings.length === 0 ? '–' : findings.join(', '),
        ];
      }),
    },
    ...own.flatMap((finding) => findingBlocks(finding, model.photos, say)),
  ];
}

/** One finding with all that is known of it, the law it cites as a link, what the site replies beside it, and its photos. */
export function findingBlocks(finding: AuditReportFinding, taken: AuditReport['photos'], say: Say): Block[] {
  const { no, grade, status, what, howOften, affected, extent, rootCause, legalReference, legalUrl, codeReference, evidence } = finding;
  const { photos, sources, agreement, isLegalContext, isCarriedOver, replies, question, point } = finding;
  const sourceWords = [orDash(methodWords(sources, say)), ...(agreement === null ? [] : [word(agreement, say)])].join('; ');
  const rows: [string, string][] = [
    [m.auditreport_what({}, say), what],
    [m.auditreport_how_often({}, say), orDash(howOften)],
    [m.auditreport_affected({}, say), affected === null ? m.auditreport_unknown({}, say) : writeFact(affected, say)],
    [m.auditreport_extent({}, say), [word(extent, say), ...(isLegalContext ? [m.auditreport_legal_context({}, say)] : [])].join('; ')],
    [m.auditreport_sources({}, say), sourceWords],
    [m.auditreport_evidence({}, say), orDash(evidence)],
    [m.auditreport_root_cause({}, say), orDash(rootCause)],
    [m.auditreport_law({}, say), orDash(legalReference)],
    [m.auditreport_code({}, say), orDash(codeReference)],
    [m.auditreport_photos({}, say), orDash(photos.join(', '))],
    [m.auditreport_reply({}, say), replies.length === 0 ? m.auditreport_reply_none({}, say) : replies.map(({ text }) => text).join('\n')],
  ];
  const place = question ?? point;
  const heading = [no, capital(gradeWord(grade, say)), statusWord(status, say), ...(place === null ? [] : [place])].join(' · ');
  return [
    { kind: 'heading', level: 3, text: isCarriedOver ? `${heading} · ${m.auditreport_carried_over({}, say)}` : heading },
    { kind: 'pairs', title: no, rows },
    ...(legalUrl === '' ? [] : [lawLink({ legalReference, legalUrl }, say)]),
    ...taken.filter((photo) => standsBeside(photo, finding)).map((photo) => photoBlock(photo, say)),
  ];
}

/** The law that a finding cites, as a link that opens it. */
export function lawLink({ legalReference, legalUrl }: Pick<AuditReportFinding, 'legalReference' | 'legalUrl'>, say: Say): Block {
  return { kind: 'link', text: m.auditreport_law_open({ law: legalReference === '' ? legalUrl : legalReference }, say), url: legalUrl };
}
