import { vaultName } from './vault-name';

/**
 * Whether the recorder of an audit is set up in this browser; null where the browser keeps nothing or does not say. It asks for the list of stores first:
 * opening one would create it.
 */
export async function isOnThisDevice(auditId: string): Promise<boolean | null> {
  try {
    const stores = await indexedDB.databases();
    if (!stores.some(({ name }) => name === vaultName(auditId))) return false;
    const { Vault } = await import('./vault');
    return await Vault.exists(auditId);
  } catch {
    return null;
  }
}
