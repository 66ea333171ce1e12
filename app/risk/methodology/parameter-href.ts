/** The page of a dated number: that of its rule; the numbers of child labour (C0 to C4) share one. */
export function parameterHref(id: string): string {
  const rule = id.split('.')[0] ?? '';
  return `/methodology/${rule.startsWith('C') ? 'child-labour' : rule}#${id}`;
}
