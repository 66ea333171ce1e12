/** What stands above a column in Dutch, folded by `foldHeader`: the field, and the words that mean it. */
export const dutch = `
supplierName: leverancier | naam leverancier | bedrijf | naam
siteName: fabriek
externalId: leveranciersnummer
subcontractors: onderaannemers
labourProviders: uitzendbureau
customer: klant | merk
supplyShare: aandeel
year: jaar
registration: kvk | kvk nummer
`;
