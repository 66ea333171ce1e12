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
import twoAr from './2.0.0.ar.json';
import twoBn from './2.0.0.bn.json';
import twoEs from './2.0.0.es.json';
import twoFr from './2.0.0.fr.json';
import twoHi from './2.0.0.hi.json';
import twoId from './2.0.0.id.json';
import twoPt from './2.0.0.pt.json';
import twoTr from './2.0.0.tr.json';
import twoUr from './2.0.0.ur.json';
import twoVi from './2.0.0.vi.json';
import twoZh from './2.0.0.zh.json';

/** The translations of version 1.0.0, by language. */
export const overlays: Readonly<Record<string, unknown>> = { fr, es, pt, zh, vi, bn, hi, ur, id, tr, ar };

/** The translations of version 2.0.0, by language. */
export const overlaysOfTwo: Readonly<Record<string, unknown>> = {
  ...{ fr: twoFr, es: twoEs, pt: twoPt, zh: twoZh, vi: twoVi, bn: twoBn },
  ...{ hi: twoHi, ur: twoUr, id: twoId, tr: twoTr, ar: twoAr },
};
