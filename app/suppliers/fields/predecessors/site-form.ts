import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { housingChoices, workerVoiceChoices } from '#scoring';
import { typedChoice, typedCountry, typedName, typedNumber, typedPeople, typedShare, typedText } from '~/suppliers/parties/form-values';
import type { FactValues } from './fact-fields';
import { withoutKept } from './shown-fact';
import { exceedsWorkers, protectWorkforce, typedCount, typedOrigins } from './workforce-form';

/** What a member says of a site; null is *unknown*, a field that is not named stays as it is kept. */
export type SiteEntry = { name: string; values: FactValues; note: string | null };

export const siteFormSchema = z
  .object({
    name: typedName(),
    country: typedCountry(),
    address: typedText(1000),
    city: typedText(300),
    region: typedText(300),
    postalCode: typedText(50),
    latitude: typedNumber(
      (value) => Math.abs(value) <= 90,
      () => m.suppliers_error_latitude(),
    ),
    longitude: typedNumber(
      (value) => Math.abs(value) <= 180,
      () => m.suppliers_error_longitude(),
    ),
    workers: typedPeople(),
    femaleShare: typedShare(),
    migrantShare: typedShare(),
    agencyShare: typedShare(),
    femaleWorkers: typedCount(),
    maleWorkers: typedCount(),
    agencyWorkers: typedCount(),
    seasonalWorkers: typedCount(),
    youngWorkers: typedCount(),
    housedWorkers: typedCount(),
    migrantsByOrigin: typedOrigins(),
    housing: typedChoice(housingChoices),
    workerVoice: typedChoice(workerVoiceChoices),
    note: typedText(2000),
  })
  .superRefine((typed, context) => {
    const field = exceedsWorkers(typed, typed.workers);
    if (field) context.addIssue({ code: 'custom', path: [field], message: m.supply_links_error_more_than_workers() });
  })
  .transform(
    ({ name, note, ...values }): SiteEntry => ({
      name,
      values: { ...withoutKept(values), ...protectWorkforce(values, values.workers) },
      note,
    }),
  );
