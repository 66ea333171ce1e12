import type { EntryValue } from '~/audits/entries/entries';
import type { AuditReport } from './schema';

/** What the team wrote, in the order of the report: the whole first, then the sections, then the management systems. */
export function arrangeNarratives(
  narratives: ReadonlyMap<string, EntryValue<'narrative'>> | undefined,
  { sections }: { sections: readonly { key: string }[] },
): NonNullable<AuditReport['narratives']> {
  return ['summary', ...sections.map(({ key }) => key), 'systems'].flatMap((key) => {
    const written = narratives?.get(key);
    return written ? [{ key, text: written.text }] : [];
  });
}
