import type { AppliesTo, PresenceFact } from '#scoring';

/** What calls for a question or section, as the fields of its form say it; nothing where none is chosen. Pure. */
export function appliesToFrom(act: { whereCountries: string[]; whereSectors: string[]; whereFacts: PresenceFact[] }): {
  appliesTo?: AppliesTo;
} {
  const { whereCountries, whereSectors, whereFacts } = act;
  const appliesTo = {
    ...(whereCountries.length > 0 ? { countries: whereCountries.toSorted() } : {}),
    ...(whereSectors.length > 0 ? { sectors: whereSectors.toSorted() } : {}),
    ...(whereFacts.length > 0 ? { some: whereFacts } : {}),
  };
  return Object.keys(appliesTo).length > 0 ? { appliesTo } : {};
}
