/** The address of the form that raises an override, from a supplier (its page) or from one of its records. */
export function raiseHref(supplier: string, place?: { kind: 'alert' | 'audit' | 'finding' | 'recruiter'; id: string }): string {
  const page = `${supplier}/score/overrides/new`;
  return place ? `${page}?${place.kind}=${encodeURIComponent(place.id)}` : page;
}
