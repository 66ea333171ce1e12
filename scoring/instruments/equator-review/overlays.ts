import fr from './1.0.0.fr.json';

/** The translations of version 1.0.0, by language. */
export const overlays: Readonly<Record<string, unknown>> = { fr };
