import type { FoldedParty } from './fold-party';

/** A word that more addresses have than this names a town or an industrial park, not a place in it. */
const crowd = 60;
/** How many of its rarest words an address is looked up by, and how many of them another must have. */
const [lookedUp, needed] = [4, 2];
/** So many firms at one address are neighbours: the address says nothing of any two of them. */
export const neighbours = 4;

/** An inverted index of parties by the rare words of their addresses. A question reads a few short lists, however many parties there are. */
export function buildAddressIndex(parties: readonly FoldedParty[]): (party: FoldedParty) => number[] {
  const holders = new Map<string, number[]>();
  parties.forEach(({ address }, at) => {
    for (const word of address.words) {
      const held = holders.get(word);
      if (held) held.push(at);
      else holders.set(word, [at]);
    }
  });
  return ({ address }) => {
    if (address.words.size < needed) return [];
    const lists = [...address.words].flatMap((word) => {
      const held = holders.get(word);
      return held && held.length <= crowd ? [held] : [];
    });
    const hits = new Map<number, number>();
    for (const list of lists.sort((a, b) => a.length - b.length).slice(0, lookedUp))
      for (const at of list) hits.set(at, (hits.get(at) ?? 0) + 1);
    return [...hits].flatMap(([at, count]) => (count >= needed ? [at] : []));
  };
}
