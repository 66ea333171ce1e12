import { foldAddress } from './match/fold-address';
import { nameIdentity } from './name-identity';

/** The key of a supplier at one address: a name that two companies have means one of them there. Null where the address says too little. */
export function placeIdentity(name: string, country: string | null, address: string | null): string | null {
  const { words } = foldAddress(address, country);
  return words.size === 0 ? null : `${nameIdentity(name, country)}|${[...words].sort().join(' ')}`;
}
