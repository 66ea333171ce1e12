import ar from './1.0.0.ar.json';
import bn from './1.0.0.bn.json';
import es from './1.0.0.es.json';
import fr from './1.0.0.fr.json';
import hi from './1.0.0.hi.json';
import id from './1.0.0.id.json';
import pt from './1.0.0.pt.json';
import tr from './1.0.0.tr.json';
import ur from './1.0.0.ur.json';
import vi from './1.0.0.vi.json';
import zh from './1.0.0.zh.json';

/** The translations of version 1.0.0, by language. */
export const overlays: Readonly<Record<string, unknown>> = { fr, es, pt, zh, vi, bn, hi, ur, id, tr, ar };

/** The translations of version 2.0.0, by language. */
export const overlaysOfTwo: Readonly<Record<string, unknown>> = {};
