import { m } from '~/paraglide/messages';
import type { Block } from '~/documents/pdf/block';
import type { AuditReport, ReportCluster } from './schema';
import { rateLabel, type Say, stateLabel } from './labels';

/** The points of a section: now, at the audit before, and at other suppliers where there are enough of them. */
export function pointTable(cluster: ReportCluster, { peers, previous }: Pick<AuditReport['audit'], 'peers' | 'previous'>, say: Say): Block {
  const hasPeers = peers > 0 && cluster.points.some((point) => point.peers !== null);
  return {
    kind: 'table',
    title: m.audit_report_points_of({ section: cluster.title }, say),
    ...{ size: 8, isDense: true },
    columns: [
      { label: m.audit_report_point({}, say), share: 40 },
      { label: m.audit_report_now({}, say), share: 20 },
      ...(previous === null ? [] : [{ label: m.audit_report_then({}, say), share: 20 }]),
      ...(hasPeers ? [{ label: m.audit_report_peers({}, say), share: 20, align: 'end' as const }] : []),
    ],
    rows: cluster.points.map(({ code, title, nonCompliant, isNotStated, because, before, peers: others }) => [
      {
        text: `${code}  ${title}`,
        ...(because.length > 0 ? { note: m.audit_report_because({ questions: because.join(', ') }, say) } : {}),
      },
      { text: stateLabel(nonCompliant, say, isNotStated), strong: nonCompliant === true },
      ...(previous === null ? [] : [stateLabel(before, say, isNotStated)]),
      ...(hasPeers ? [rateLabel(others, say)] : []),
    ]),
  };
}
