import {
  completeInstrument,
  crosswalk,
  forReaders,
  type FrozenInstrument,
  instrument,
  instrumentKeys,
  instrumentLocales,
  type Instrument,
  type LocalizedInstrument,
  localize,
  localizedInstrument,
} from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isOwnKey, type OwnPair, overlayFrom } from '~/questionnaires/templates/own-version';
import { type OwnRow, readQuestionnaireTemplate } from './read-draft.server';

export type FoundInstrument = {
  key: string;
  instrument: Instrument;
  shown: LocalizedInstrument;
  locales: string[];
  /** The organization's own row, a draft too; null for a released questionnaire. */
  own: OwnRow | null;
};

/** The questionnaire of that key, released or own in any state, with its text in one language. Null for an unknown key. */
export async function findInstrument(db: TenantDb, key: string, locale: string): Promise<FoundInstrument | null> {
  if (!isOwnKey(key)) {
    if (!instrumentKeys().includes(key)) return null;
    return {
      key,
      instrument: instrument(key),
      shown: forReaders(localizedInstrument(key, locale)),
      locales: instrumentLocales(key),
      own: null,
    };
  }
  const own = await readQuestionnaireTemplate(db, key);
  if (!own) return null;
  const made = instrumentOf(own);
  const overlay = overlayFrom(key, { locale, translations: own.translations });
  return {
    key,
    instrument: made,
    shown: forReaders(localize(key, { instrument: made, overlay, locale })),
    locales: ['en', ...Object.keys(own.translations)],
    own,
  };
}

/** A draft as a questionnaire, whatever is missing in it. */
export function instrumentOf({ key, content }: Pick<OwnRow, 'key' | 'content'>): Instrument {
  const frozen: FrozenInstrument = { ...content, key };
  return completeInstrument(frozen);
}

/** How the questions of a questionnaire relate to those of others: of one's own as its crosswalk says, of a released one as the table says, from either side. */
export function relationsOf({ key, own }: Pick<FoundInstrument, 'key' | 'own'>): OwnPair[] {
  if (own) return own.crosswalk;
  const backwards = { equal: 'equal', broader: 'narrower', narrower: 'broader', related: 'related' } as const;
  return crosswalk().pairs.flatMap(([left, question, relation, right, target]): OwnPair[] => {
    if (left === key) return [{ question, relation, instrument: right, target }];
    return right === key ? [{ question: target, relation: backwards[relation], instrument: left, target: question }] : [];
  });
}
