import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DateText } from '~/ui/values';
import type { SourceBrief } from './read-sources.server';

/** Where a fact comes from, as a link to the row or the member's word. `base` is the organization's path. */
export function SourceNote({ source, base }: { source: SourceBrief | undefined; base: string }) {
  if (!source) return null;
  return (
    <Link to={`${base}/sources/${source.id}`}>
      {sourceWords(source)} · {source.file && source.person && <>{source.person} · </>}
      <DateText value={source.createdAt} />
    </Link>
  );
}

/** A source in a few words: "Suppliers.csv, row 17". */
export function sourceWords(source: SourceBrief): string {
  if (source.file) return m.suppliers_source_row({ file: source.file.name, row: source.file.rowNumber });
  if (source.kind === 'response') return m.suppliers_source_assessment();
  if (source.kind === 'demonstration') return m.suppliers_source_demonstration();
  return source.person ? m.suppliers_source_member({ name: source.person }) : m.suppliers_source_former_member();
}
