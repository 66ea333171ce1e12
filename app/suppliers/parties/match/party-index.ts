import { compareParties, type Comparison } from './compare-parties';
import { buildAddressIndex, neighbours } from './address-index';
import type { FoldedParty } from './fold-party';

/** Letters, digits and the gap between names: three of them are one number below 50,653. */
const base = 37;
const codeOf = (code: number) => (code >= 97 && code <= 122 ? code - 96 : code >= 48 && code <= 57 ? code - 21 : 0);
/** How many entries of the lists one question reads at most, and how many parties it compares word by word. */
const readings = 7_000;
const compared = 20;
/** A feature that more parties have than this says nothing. */
const crowd = 8_000;

export type Candidate = Comparison & { at: number };
export type PartyIndex = {
  size: number;
  /** The parties most like this one, best first, of at least `floor`; at most ten. `isAllowed` leaves some out before they are compared. */
  find: (party: FoldedParty, options: { floor: number; isAllowed?: (at: number) => boolean }) => Candidate[];
};

/**
 * An inverted index of parties by what their names are made of: words, their consonants, groups of three sounds, identifiers. A question reads the
 * lists of its rarest features only, so its cost grows with the names that are like it and hardly with the whole. A few parties at a like address are
 * compared too, whatever their names; where many firms share the address, none is.
 */
export function buildPartyIndex(parties: readonly FoldedParty[]): PartyIndex {
  const words = new Map<string, number>();
  const wordAt = (word: string) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const made = base ** 3 + words.size;
    words.set(word, made);
    return made;
  };
  const featuresOf = (party: FoldedParty, lookUp: (word: string) => number | undefined): number[] => {
    const found = new Set(trigrams(party.joined));
    for (const sign of trigrams(party.words.join(''))) found.add(sign);
    const add = (word: string) => {
      const at = lookUp(word);
      if (at !== undefined) found.add(at);
    };
    for (const sound of party.sounds) add(sound);
    for (const bones of party.bones) if (bones.length >= 2) add(`#${bones}`);
    for (const id of party.ids) add(`=${id}`);
    return [...found];
  };
  const features = parties.map((party) => featuresOf(party, wordAt));
  const counts = new Uint32Array(base ** 3 + words.size);
  for (const list of features) for (const feature of list) counts[feature] = (counts[feature] ?? 0) + 1;
  const starts = new Uint32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) starts[at + 1] = (starts[at] ?? 0) + (counts[at] ?? 0);
  const holders = new Uint32Array(starts[counts.length] ?? 0);
  const next = starts.slice(0, counts.length);
  features.forEach((list, party) => {
    for (const feature of list) {
      const slot = next[feature] ?? 0;
      holders[slot] = party;
      next[feature] = slot + 1;
    }
  });
  const weightOf = (feature: number) => Math.log2(1 + parties.length / (counts[feature] ?? 1));
  const tells = (feature: number) => (counts[feature] ?? 0) > 0 && (counts[feature] ?? 0) <= crowd;
  const whole = Float32Array.from(features, (list) => list.reduce((sum, feature) => (tells(feature) ? sum + weightOf(feature) : sum), 0));
  const shared = new Float32Array(parties.length);
  const atAddressOf = buildAddressIndex(parties);

  const find: PartyIndex['find'] = (party, { floor, isAllowed }) => {
    const asked = featuresOf(party, (word) => words.get(word))
      .filter(tells)
      .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
    const touched: number[] = [];
    let read = 0;
    let own = 0;
    for (const feature of asked) {
      const count = counts[feature] ?? 0;
      if (touched.length > 0 && read + count > readings) break;
      read += count;
      const weight = weightOf(feature);
      own += weight;
      for (let slot = starts[feature] ?? 0, end = starts[feature + 1] ?? 0; slot < end; slot++) {
        const at = holders[slot] ?? 0;
        const before = shared[at] ?? 0;
        if (before === 0) touched.push(at);
        shared[at] = before + weight;
      }
    }
    const best: { at: number; weight: number }[] = [];
    for (const at of touched) {
      const overlap = shared[at] ?? 0;
      const weight = overlap / (own + (whole[at] ?? 0) - overlap);
      shared[at] = 0;
      const last = best.at(-1);
      if (best.length >= compared && last && weight <= last.weight) continue;
      const there = parties[at];
      if (there?.country && party.country && there.country !== party.country && there.ids.length === 0) continue;
      if (isAllowed && !isAllowed(at)) continue;
      if (best.length >= compared) best.pop();
      let slot = best.length;
      while (slot > 0 && (best[slot - 1]?.weight ?? 0) < weight) slot--;
      best.splice(slot, 0, { at, weight });
    }
    const isFound = new Set(best.map(({ at }) => at));
    const there = atAddressOf(party).filter((at) => !isFound.has(at) && (isAllowed?.(at) ?? true));
    return [...best, ...(there.length < neighbours ? there.map((at) => ({ at, weight: 0 })) : [])]
      .flatMap(({ at, weight }) => {
        const there = parties[at];
        const comparison = there ? compareParties(party, there) : null;
        return comparison && comparison.score >= floor ? [{ candidate: { at, ...comparison }, weight }] : [];
      })
      .sort((a, b) => b.candidate.score - a.candidate.score || b.weight - a.weight || a.candidate.at - b.candidate.at)
      .slice(0, 10)
      .map(({ candidate }) => candidate);
  };
  return { size: parties.length, find };
}

function trigrams(joined: string): number[] {
  const found: number[] = [];
  for (let at = 0; at <= joined.length; at++) {
    const [before, here, after] = [
      at === 0 ? 0 : codeOf(joined.charCodeAt(at - 1)),
      at < joined.length ? codeOf(joined.charCodeAt(at)) : 0,
      at + 1 < joined.length ? codeOf(joined.charCodeAt(at + 1)) : 0,
    ];
    found.push((before * base + here) * base + after);
  }
  return found;
}
