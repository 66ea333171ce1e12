/** The distance of each party upstream from the nearest root, in links, nearest first; roots are 0. Each party once, so cycles end. */
export function stepsFrom(
  roots: readonly string[],
  links: readonly { readonly supplier: string; readonly buyer: string }[],
): Map<string, number> {
  const suppliersOf = new Map<string, string[]>();
  for (const { supplier, buyer } of links) {
    const known = suppliersOf.get(buyer);
    if (known) known.push(supplier);
    else suppliersOf.set(buyer, [supplier]);
  }
  const steps = new Map(roots.map((root) => [root, 0]));
  // A map lists what is added while it is walked.
  for (const [party, step] of steps)
    for (const supplier of suppliersOf.get(party) ?? []) if (!steps.has(supplier)) steps.set(supplier, step + 1);
  return steps;
}
