import { m } from '~/paraglide/messages';
import type { Block, Part } from '~/documents/pdf/block';
import { findingBlocks } from './finding-blocks';
import { notStatedBlocks } from './not-stated';
import { revisitBlocks } from './part-revisits';
import { pointTable } from './point-table';
import type { AuditReport } from './schema';
import { sectionStatus } from './fold-status';
import { answerLabel, type Say, stateLabel } from './labels';
import { sectionRateLabel } from './uncounted-findings';

/** Sections of the four core labour rights; the others rest on the law of the country. */
const coreSections = ['BW.CL', 'BW.DI', 'BW.FL', 'BW.FA'];

/** Method and dates, then non-compliance by cluster and by point, then the issues that are made public, then everything in detail. */
export function betterWorkParts(model: AuditReport, say: Say): Part[] {
  const { clusters } = model;
  const half = (title: string, isCore: boolean): Block[] => {
    const own = clusters.filter(({ key }) => coreSections.includes(key) === isCore);
    const rates = own.map((cluster) =>
      m.audit_report_pair({ name: cluster.title, value: sectionRateLabel(cluster, model.findings, say) }, say),
    );
    return [
      { kind: 'heading', level: 2, text: title, status: rates.join(' · ') },
      ...own.flatMap((cluster, at): Block[] => [
        { kind: 'paragraph', text: rates[at] ?? cluster.title, isStrong: true },
        pointTable(cluster, model.audit, say),
      ]),
    ];
  };
  return [
    {
      key: 'clusters',
      title: m.audit_report_bw_clusters({}, say),
      blocks: [
        { kind: 'paragraph', text: m.audit_report_rate_note({}, say) },
        ...notStatedBlocks(model, say),
        ...half(m.audit_report_bw_core({}, say), true),
        ...half(m.audit_report_bw_national({}, say), false),
      ],
    },
    { key: 'public', title: m.audit_report_bw_public({}, say), blocks: publicBlocks(model, say) },
    { key: 'detail', title: m.audit_report_bw_detail({}, say), blocks: [...revisitBlocks(model, say), ...detailBlocks(model, say)] },
  ];
}

function publicBlocks({ clusters }: AuditReport, say: Say): Block[] {
  const listed = clusters.flatMap(({ questions }) => questions.filter(({ isPublic }) => isPublic));
  return [
    { kind: 'paragraph', text: m.audit_report_bw_public_note({}, say) },
    {
      kind: 'table',
      title: m.audit_report_bw_public({}, say),
      columns: [
        { label: m.supplier_report_column_question({}, say), share: 72 },
        { label: m.audit_report_now({}, say), share: 28 },
      ],
      rows: listed.map((question) => [
        `${question.code}  ${question.text}`,
        { text: answerLabel(question, say), strong: question.answer === 'not-compliant' },
      ]),
    },
  ];
}

function detailBlocks(model: AuditReport, say: Say): Block[] {
  const { audit, clusters, findings } = model;
  const bad = clusters.flatMap((cluster): Block[] => {
    const blocks = cluster.points.flatMap((point): Block[] => {
      const own = findings.filter((finding) => finding.point === point.code);
      if (point.nonCompliant !== true && own.length === 0) return [];
      const questions = cluster.questions.filter(({ code }) => point.because.includes(code));
      const now = stateLabel(point.nonCompliant, say, point.isNotStated);
      return [
        { kind: 'heading', level: 3, text: `${point.code}  ${point.title}` },
        {
          kind: 'paragraph',
          text:
            audit.previous === null || point.isNotStated
              ? now
              : m.audit_report_now_then({ now, earlier: stateLabel(point.before, say) }, say),
        },
        ...(questions.length === 0
          ? []
          : [
              {
                kind: 'list' as const,
                items: questions.map(({ code, text, note }) => ({ lead: `${code}  ${text}`, ...(note === '' ? {} : { text: note }) })),
              },
            ]),
        ...own.flatMap((finding) => findingBlocks(finding, model, say)),
      ];
    });
    const own = findings.filter(({ section }) => section === cluster.key);
    const status = sectionStatus(cluster, { findings: own, say });
    return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: cluster.title, status }, ...blocks];
  });
  return bad.length === 0 ? [{ kind: 'paragraph', text: m.audit_report_findings_none({}, say) }] : bad;
}
