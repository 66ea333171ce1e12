import { foldAddress } from './match/fold-address';
import { nameIdentity } from './name-identity';
import { foldText } from './name-key';

/** The key of a supplier at one address: a name that two companies have means one of them there. Null where the address says too little. */
export function placeIdentity(name: string, country: string | null, address: string | null): string | null {
  const { words } = foldAddress(address, country);
  return words.size === 0 ? null : `${nameIdentity(name, country)}|${[...words].sort().join(' ')}`;
}

/** The key of a site in a list: its supplier's name and country, its own name, and its address as written. */
export function siteIdentity(of: { supplier: string; country: string | null; site: string; address: string | null }): string {
  return `site ${nameIdentity(of.supplier, of.country)}|${foldText(of.site)}|${foldText(of.address ?? '')}`;
}
