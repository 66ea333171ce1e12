import { requireMember } from '~/access/require-member.server';
import { getLocale } from '~/paraglide/runtime';
import { registerChoices } from '~/platform/forms/choice-lists.server';
import { matchChoices } from '~/ui/combobox/match-choices';
import { countryChoices } from './import/pipeline/clean/country-choices.server';
import { findPartyChoices, findSupplierChoices } from './registry/party-choices.server';
import { productChoices } from './choices/product-choices.server';
import { sectorChoices } from './choices/sector-choices.server';

/** What a form without script can search. Countries, sectors and products are public; of records, those the member may read. */
export function registerSupplierChoices(): void {
  registerChoices({
    countries: async (text) => matchChoices(countryChoices(getLocale()), text),
    sectors: async (text) => matchChoices(sectorChoices(getLocale()), text),
    divisions: async (text) =>
      matchChoices(
        sectorChoices(getLocale()).filter(({ isFiner }) => !isFiner),
        text,
      ),
    products: async (text) => matchChoices(productChoices(), text),
    suppliers: async (text, { request, params }) => {
      const { inOrganization } = await requireMember(request, params, 'read:supplier');
      return inOrganization((db) => findSupplierChoices(db, text));
    },
    parties: async (text, { request, params }) => {
      const { inOrganization } = await requireMember(request, params, 'read:supplier');
      return inOrganization((db) => findPartyChoices(db, text));
    },
  });
}
