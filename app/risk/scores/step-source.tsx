import type { TraceNode } from '#scoring';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { parameterHref } from './addresses';
import { tableHref } from '~/risk/reference-tables/table-href';
import type { SourceLink } from './find-source-links.server';
import { TableLink } from './table-link';
import type { TraceContext } from './trace-tree';

/** Where a step comes from: its rule, the dated number, the row of a table, the fact's own source. */
export function StepSource({ node, context }: { node: TraceNode; context: TraceContext }) {
  const { parameter, reference, fact } = node;
  return (
    <p className="flex flex-wrap gap-x-3 text-xs leading-6 text-muted">
      {parameter ? (
        <>
          <span>
            <Link to={parameterHref(node.rule, parameter.id)}>{m.method_rule({ rule: node.rule })}</Link>
            {', '}
            {m.method_in_force_since({ date: formatDate(parameter.effectiveFrom) })}
          </span>
          <span lang="en">{parameter.reason}</span>
          <span lang="en">{parameter.source}</span>
        </>
      ) : (
        node.inputs && <Link to={`/methodology/${node.rule}`}>{m.method_rule({ rule: node.rule })}</Link>
      )}
      {reference && (
        <span>
          <TableLink href={tableHref(reference)}>
            {m.method_table_row({ table: reference.table, vintage: reference.vintage, row: reference.row })}
          </TableLink>
          {' · '}
          <span lang="en">{reference.producer}</span>
          {' · '}
          <span lang="en">{reference.licence}</span>
          {reference.confidence !== 'confirmed' && (
            <span className="text-warning">
              {' '}
              <Icon name="attention" className="me-0.5" />
              {reference.confidence === 'memory' ? m.method_unconfirmed() : m.method_derived()}
            </span>
          )}
        </span>
      )}
      {fact?.source !== undefined && <SourceAnchor link={context.sourceLinks[fact.source]} slug={context.slug} />}
      {fact && fact.source === undefined && <span>{m.method_no_source()}</span>}
    </p>
  );
}

/** Where the fact behind a line was read; a dash where none was given. */
export function FactSource({ source, sourceLinks, slug }: { source: string | undefined } & Pick<TraceContext, 'sourceLinks' | 'slug'>) {
  return source === undefined ? '—' : <SourceAnchor link={sourceLinks[source]} slug={slug} />;
}

function SourceAnchor({ link, slug }: { link: SourceLink | undefined; slug: string }) {
  if (!link) return <span>{m.method_source_gone()}</span>;
  const base = `/o/${slug}`;
  switch (link.kind) {
    case 'row':
      return <Link to={`${base}/sources/${link.sourceId}`}>{m.method_source_row({ file: link.fileName, row: link.rowNumber })}</Link>;
    case 'source':
      return <Link to={`${base}/sources/${link.sourceId}`}>{sourceWord(link)}</Link>;
    case 'answer': {
      const page = `${base}/responses/${link.responseId}`;
      return (
        <Link to={link.section ? `${page}/questions/${link.section}#${link.question}` : page}>
          {m.method_source_answer({ question: link.question })}
        </Link>
      );
    }
    case 'audit':
      return <Link to={`${base}/audits/${link.auditId}`}>{m.audits_named({ number: link.number })}</Link>;
    case 'alert':
      return <Link to={`${base}/alerts/${link.alertId}`}>{m.alerts_source()}</Link>;
    case 'recruiter':
      return <Link to={`${base}/labour-recruiters/${link.publicId}`}>{m.override_waivers_source_recruiter()}</Link>;
    case 'publication':
      return <bdi>{m.override_waivers_source_publication({ reference: link.reference })}</bdi>;
    case 'finding':
      return <Link to={`${base}/findings/${link.findingId}`}>{m.method_source_finding()}</Link>;
  }
}

function sourceWord({ sourceKind, at }: Extract<SourceLink, { kind: 'source' }>): string {
  const date = formatDate(at);
  if (sourceKind === 'response') return m.method_source_assessment({ date });
  return sourceKind === 'demonstration' ? m.method_source_demonstration({ date }) : m.method_source_entered({ date });
}
