import { SourceNote } from '~/suppliers/facts/source-note';
import type { SourceBrief } from '~/suppliers/facts/read-sources.server';

export type ShownSources = { base: string; byId: Readonly<Record<string, SourceBrief>> };

/** The source of a line: a member's statement with a note, as a link. */
export function LineSource({ sources, sourceId }: { sources: ShownSources; sourceId: string }) {
  const source = sources.byId[sourceId];
  return (
    <span className="text-xs">
      <SourceNote source={source} base={sources.base} />
      {source?.note && (
        <span className="block max-w-64 whitespace-normal text-muted">
          <bdi>{source.note}</bdi>
        </span>
      )}
    </span>
  );
}
