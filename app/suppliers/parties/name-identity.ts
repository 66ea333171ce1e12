import { foldText } from './name-key';

/** The key of a supplier that is known by name and country alone: spellings that differ in case, accents or signs share it. */
export function nameIdentity(name: string, country: string | null): string {
  return `${foldText(name)}|${country ?? ''}`;
}
