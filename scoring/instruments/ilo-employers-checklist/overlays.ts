import ar from './1.0.0.ar.json';
import arTwo from './2.0.0.ar.json';
import bn from './1.0.0.bn.json';
import bnTwo from './2.0.0.bn.json';
import es from './1.0.0.es.json';
import esTwo from './2.0.0.es.json';
import fr from './1.0.0.fr.json';
import frTwo from './2.0.0.fr.json';
import hi from './1.0.0.hi.json';
import hiTwo from './2.0.0.hi.json';
import id from './1.0.0.id.json';
import idTwo from './2.0.0.id.json';
import pt from './1.0.0.pt.json';
import ptTwo from './2.0.0.pt.json';
import tr from './1.0.0.tr.json';
import trTwo from './2.0.0.tr.json';
import ur from './1.0.0.ur.json';
import urTwo from './2.0.0.ur.json';
import vi from './1.0.0.vi.json';
import viTwo from './2.0.0.vi.json';
import zh from './1.0.0.zh.json';
import zhTwo from './2.0.0.zh.json';

/** The translations of version 1.0.0, by language. */
export const overlays: Readonly<Record<string, unknown>> = { fr, es, pt, zh, vi, bn, hi, ur, id, tr, ar };

/** The translations of version 2.0.0, by language. */
export const overlaysOfTwo: Readonly<Record<string, unknown>> = {
  fr: frTwo,
  es: esTwo,
  pt: ptTwo,
  zh: zhTwo,
  vi: viTwo,
  bn: bnTwo,
  hi: hiTwo,
  ur: urTwo,
  id: idTwo,
  tr: trTwo,
  ar: arTwo,
};
