import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { typedCountry, typedName, typedNumber, typedPeople, typedPercent, typedText } from '~/features/party/form-values';
import type { FactValues } from '~/features/supplier/fact-fields';

/** What a member says of a site; null is *unknown*. */
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
      () => m.supplier_error_latitude(),
    ),
    longitude: typedNumber(
      (value) => Math.abs(value) <= 180,
      () => m.supplier_error_longitude(),
    ),
    workers: typedPeople(),
    femaleShare: typedPercent(),
    migrantShare: typedPercent(),
    agencyShare: typedPercent(),
    note: typedText(2000),
  })
  .transform(({ name, note, ...values }): SiteEntry => ({ name, values, note }));
