import { readFileSync } from 'node:fs';
import type { MatchParty } from '~/suppliers/parties/match/fold-party';

export type LabelledPair = { isSame: boolean; kind: string; a: MatchParty; b: MatchParty; line: number };

/** The labelled pairs of `labelled-pairs.txt`. Throws on a line that has not ten fields. */
export function readLabelledPairs(): LabelledPair[] {
  const lines = readFileSync(new URL('./labelled-pairs.txt', import.meta.url), 'utf8').split('\n');
  return lines.flatMap((text, at): LabelledPair[] => {
    if (text === '' || text.startsWith('#')) return [];
    const fields = text.split('|');
    const [verdict, kind = '', ...parties] = fields;
    if (fields.length !== 10 || (verdict !== 's' && verdict !== 'd')) throw new Error(`labelled-pairs.txt, line ${at + 1}: ${text}`);
    const party = ([name = '', country = '', city = '', address = '']: string[]): MatchParty => ({
      name,
      country: country || null,
      city: city || null,
      address: address || null,
    });
    return [{ isSame: verdict === 's', kind, a: party(parties.slice(0, 4)), b: party(parties.slice(4)), line: at + 1 }];
  });
}
