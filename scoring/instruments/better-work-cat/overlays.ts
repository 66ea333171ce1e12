import es from './1.0.0.es.json';
import fr from './1.0.0.fr.json';
import pt from './1.0.0.pt.json';

/** The translations of version 1.0.0, by language. */
export const overlays: Readonly<Record<string, unknown>> = { fr, es, pt };
