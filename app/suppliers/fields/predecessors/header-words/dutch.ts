/** What stands above a column in Dutch, folded by `foldHeader`: the field, and the words that mean it. */
export const dutch = `
supplierName: leverancier | naam leverancier | bedrijf | naam
siteName: fabriek
externalId: leveranciersnummer
address: adres | straat
city: plaats | stad
region: provincie
lat: breedtegraad
lng: lengtegraad
sector: sectoren
product: producten
workers: werknemers | aantal werknemers
femaleShare: vrouwen
agencyShare: uitzendkrachten
subcontractors: onderaannemers
labourProviders: uitzendbureau
customer: klant | merk
supplyShare: aandeel
year: jaar
parentCompany: moederbedrijf
tier: niveau leverancier
registration: kvk | kvk nummer
`;
