import { restrictedTopics } from '#scoring';
import type { Distribution } from '~/audits/bulk-samples/distribution';
import { binLabel, distributionParts, workersTitle } from '~/audits/bulk-samples/distribution-words';
import { drawDistribution } from '~/documents/charts/distribution-geometry';
import { capital } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { writeNumber } from '~/documents/charts/numbers';
import type { Block, Part } from '~/documents/pdf/block';
import { type ReportHours, type ReportTopic, type ReportWages, smallestTable } from './people-schema';
import type { AuditReport } from './schema';
import { narrativeBlocks } from './key-findings';
import { countLabel, type Say, topicLabel, word } from './labels';
import { systemsTable, unassessedSystems } from './systems-blocks';

/** 8: of sampled workers, how many had such hours or pay. */
export function wagesPart({ hours, wages }: AuditReport, say: Say): Part {
  const blocks: Block[] = [
    { kind: 'paragraph', text: m.audit_report_wages_note({}, say) },
    { kind: 'heading', level: 2, text: m.audit_report_hours({}, say) },
    ...sampleBlocks({ counted: hours, unit: 'hours', title: m.audit_report_hours({}, say) }, say),
    { kind: 'heading', level: 2, text: m.audit_report_pay({}, say) },
    ...sampleBlocks({ counted: wages, unit: 'percent', title: m.audit_report_pay({}, say) }, say),
  ];
  return { key: 'wages', title: m.audit_report_part_wages({}, say), blocks };
}

type SampleBlocks = { counted: ReportHours | ReportWages; unit: 'hours' | 'percent'; title: string };

function sampleBlocks({ counted, unit, title }: SampleBlocks, say: Say): Block[] {
  if (counted.state === 'not-yet') return [{ kind: 'paragraph', text: m.audit_report_not_yet({}, say) }];
  if (counted.workers === 0) return [{ kind: 'paragraph', text: m.audit_report_sampled_none({}, say) }];
  const sampled: Block = { kind: 'paragraph', text: m.audit_report_sampled({ workers: countLabel(counted.workers, say) }, say) };
  if (counted.workers === 'under-5') return [sampled];
  return [
    sampled,
    {
      kind: 'table',
      title,
      columns: [
        { label: m.audit_report_counted({}, say), share: 52 },
        { label: m.audit_report_yes({}, say), share: 16, align: 'end' },
        { label: m.audit_report_no({}, say), share: 16, align: 'end' },
        { label: m.audit_report_unknown({}, say), share: 16, align: 'end' },
      ],
      rows: counted.rows.map(({ row, yes, no, unknown }) => [
        word(row, say),
        countLabel(yes, say),
        countLabel(no, say),
        countLabel(unknown, say),
      ]),
    },
    ...(counted.distribution ? distributionBlocks({ unit, ...counted.distribution }, say) : []),
  ];
}

/** Each worker once, by the longest week or the lowest pay: the finding, the chart, and its figures as a table. */
function distributionBlocks(distribution: Pick<Distribution, 'unit' | 'bins' | 'lines'>, say: Say): Block[] {
  const { columns, lines, words } = distributionParts(distribution, say);
  const title = workersTitle(distribution, say);
  const rows = distribution.bins.map((bin) => [binLabel(bin, say), words.count(bin.count)]);
  return [
    { kind: 'paragraph', text: title, isStrong: true },
    {
      kind: 'drawing',
      drawing: drawDistribution(columns, { width: 560, height: 190, lines, words }),
      alt: `${title}. ${rows.map((row) => row.join(': ')).join('; ')}.`,
    },
    {
      kind: 'table',
      title,
      columns: [
        { label: words.unit, share: 60 },
        { label: m.recorder_hours_workers({}, say), share: 40, align: 'end' },
      ],
      rows,
    },
  ];
}

/** 9: results of worker interviews, counted so that no person can be identified. */
export function interviewsPart({ interviews }: AuditReport, say: Say): Part {
  const title = m.audit_report_part_interviews({}, say);
  // Reports issued before counts were printed in bands print the numbers they contain.
  const isBefore = interviews.state === 'told' && typeof interviews.people === 'number' && interviews.people > 0;
  const about: Block = {
    kind: 'paragraph',
    text: isBefore ? m.audit_report_interviews_note({}, say) : m.audit_report_interviews_bands_note({}, say),
  };
  const part = (blocks: Block[]): Part => ({ key: 'interviews', title, blocks: [about, ...blocks] });
  if (interviews.state === 'not-yet') return part([{ kind: 'paragraph', text: m.audit_report_not_yet({}, say) }]);
  const { people, partitions, languages, hasFurtherLanguages, topics } = interviews;
  const interviewed: Block = { kind: 'paragraph', text: m.audit_report_sample_heard({ people: countLabel(people, say) }, say) };
  if (people === 0 || people === 'under-5') return part([interviewed]);
  if (typeof people === 'object' && people.from < smallestTable)
    return part([interviewed, { kind: 'paragraph', text: m.audit_report_interviews_few({ people: smallestTable }, say) }]);
  const rows = Object.entries(partitions).map(([name, parts]): [string, string] => [
    capital(word(name, say)),
    Object.entries(parts)
      .filter(([, count]) => count !== 0)
      .map(([key, count]) => m.audit_report_pair({ name: word(key, say), value: countLabel(count, say) }, say))
      .join('; '),
  ]);
  const unstated = restrictedTopics();
  const unstatedNote = m.audit_report_topics_not_stated({ topics: unstated.map((topic) => topicLabel(topic, say)).join(', ') }, say);
  const languagesText = [...languages, ...(hasFurtherLanguages ? [m.audit_report_further_languages({}, say)] : [])].join(', ');
  return part([
    interviewed,
    { kind: 'pairs', title, rows: [...rows, [m.audit_report_languages({}, say), languagesText === '' ? '–' : languagesText]] },
    { kind: 'heading', level: 2, text: m.audit_report_topics({}, say) },
    // A report that was frozen before these were withheld stays as it was issued.
    ...(topics.some(({ topic }) => unstated.includes(topic)) ? [] : [{ kind: 'paragraph' as const, text: unstatedNote, isSmall: true }]),
    topics.length === 0
      ? { kind: 'paragraph', text: m.audit_report_topics_none({}, say) }
      : {
          kind: 'table',
          title: m.audit_report_topics({}, say),
          columns: [
            { label: m.audit_report_topic({}, say), share: 40 },
            { label: isBefore ? m.audit_report_topic_grade({}, say) : m.audit_report_topic_grade_five({}, say), share: 36 },
            { label: m.audit_report_raised_by({}, say), share: 24, align: 'end' },
          ],
          rows: topics.map(({ topic, grade, people: by }) => [topicLabel(topic, say), word(grade, say), raisedBy(by, say)]),
        },
  ]);
}

function raisedBy(by: ReportTopic['people'], say: Say): string {
  if (by === 'several') return m.audit_report_several({}, say);
  if (by === 'too-few') return m.audit_report_under_five({}, say);
  return by === 0 ? '–' : countLabel(by, say);
}

/** 10: policy, people, procedures, monitoring and remedy as the answers read, what the team wrote about them, and root causes by section. */
export function systemsPart(model: AuditReport, say: Say): Part {
  const { clusters, findings } = model;
  const blocks: Block[] = [
    ...narrativeBlocks(model, 'systems'),
    ...systemsTable(model, say),
    ...unassessedSystems(model, say),
    ...(model.systems ? [{ kind: 'paragraph' as const, text: m.audit_report_systems_note({}, say), isSmall: true }] : []),
    { kind: 'heading', level: 2, text: m.audit_report_system_causes({}, say) },
    {
      kind: 'table',
      title: m.audit_report_system_causes({}, say),
      columns: [
        { label: m.audit_report_section({}, say), share: 34 },
        { label: m.audit_report_systemic({}, say), share: 13, align: 'end' },
        { label: m.audit_report_isolated({}, say), share: 13, align: 'end' },
        { label: m.audit_report_root_cause({}, say), share: 40 },
      ],
      rows: clusters.map(({ key, title }) => {
        const own = findings.filter(({ section }) => section === key);
        const number = (extent: string) => writeNumber(own.filter((finding) => finding.extent === extent).length, say);
        const causes = own.flatMap(({ no, rootCause }) =>
          rootCause === '' ? [] : [m.audit_report_pair({ name: no, value: rootCause }, say)],
        );
        return [title, number('systemic'), number('isolated'), causes.length === 0 ? '–' : causes.join('\n')];
      }),
    },
  ];
  return { key: 'systems', title: m.audit_report_part_systems({}, say), blocks };
}

/** 11: what others could learn from. */
export function practicesPart({ practices }: AuditReport, say: Say): Part {
  const blocks: Block[] =
    practices.length === 0
      ? [{ kind: 'paragraph', text: m.audit_report_practices_none({}, say) }]
      : [
          {
            kind: 'list',
            items: practices.map(({ section, what }) => (section === null ? { lead: what } : { lead: section, text: what })),
          },
        ];
  return { key: 'practices', title: m.audit_report_part_practices({}, say), blocks };
}
