import type { FactValues } from '~/suppliers/facts/fact-fields';
import { housingChoices, subcontractingChoices, workerVoiceChoices } from '#scoring';

export type DemonstrationSupplier = {
  key: string;
  name: string;
  city: string;
  place: { latitude: number; longitude: number };
  facts: FactValues;
  supplies: string[];
};
export type DemonstrationRecruiter = { key: string; name: string; facts: FactValues; recruitsFor: string[] };

const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim());
const list = (cell: string | undefined) => (cell ? cell.split(',') : []);
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

function withoutUnknown(values: { [Field in keyof FactValues]: FactValues[Field] | undefined }): FactValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The lines of the demonstration chain as suppliers with their facts; an empty cell gives no fact. */
export function parseChain(text: string): DemonstrationSupplier[] {
  return linesOf(text).map((line) => {
    const [
      key = '',
      name = '',
      country = '',
      city = '',
      latitude,
      longitude,
      sector = '',
      goods,
      workers,
      migrant,
      agency,
      housing,
      subcontracting,
      voice,
      supplies,
    ] = cellsOf(line);
    const share = (cell: string | undefined) => (cell ? Number(cell) / 100 : undefined);
    const tier = Number(key.charAt(1));
    return {
      key,
      name,
      city,
      place: { latitude: Number(latitude), longitude: Number(longitude) },
      supplies: list(supplies),
      facts: withoutUnknown({
        name,
        country,
        sector: sector || undefined,
        products: goods ? [goods] : undefined,
        workers: workers ? Number(workers) : undefined,
        migrantShare: share(migrant),
        agencyShare: share(agency),
        housing: housingChoices.find((choice) => choice === housing),
        subcontracting: subcontractingChoices.find((choice) => choice === subcontracting),
        workerVoice: workerVoiceChoices.find((choice) => choice === voice),
        // Lists that buyers keep declare a tier only for those they know well.
        declaredTier: tier < 3 ? tier : undefined,
      }),
    };
  });
}

export function parseRecruiters(text: string): DemonstrationRecruiter[] {
  return linesOf(text).map((line) => {
    const [key = '', name = '', country = '', city = '', licence, origins, recruitsFor] = cellsOf(line);
    return {
      key,
      name,
      recruitsFor: list(recruitsFor),
      facts: withoutUnknown({ name, country, city, licence: licence || undefined, originCountries: list(origins) }),
    };
  });
}
