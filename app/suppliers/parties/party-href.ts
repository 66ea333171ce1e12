/** The page of a party, or null when its kind has none. `base` is the organization's path. */
export function partyHref(base: string, party: { kind: string; publicId: string }): string | null {
  if (party.kind === 'supplier') return `${base}/suppliers/${party.publicId}`;
  if (party.kind === 'site') return `${base}/sites/${party.publicId}`;
  if (party.kind === 'labour-recruiter') return `${base}/labour-recruiters/${party.publicId}`;
  return null;
}
