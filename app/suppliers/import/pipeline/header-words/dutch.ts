/** Column headers in Dutch, folded by `foldHeader`, by field. */
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
taxNumber: btw | btw nummer | btw id
contactName: contactpersoon | naam contactpersoon
contactRole: functie | functie contactpersoon
contactEmail: e mailadres | emailadres
contactPhone: telefoon | telefoonnummer | mobiel
orderNumber: ordernummer | bestelnummer | factuurnummer
orderDate: orderdatum | besteldatum | leverdatum | factuurdatum
volume: hoeveelheid | aantal | gewicht | volume
volumeUnit: eenheid
orderValue: waarde | bedrag | orderwaarde
currency: valuta | munt
group: groep | concern
coordinates: coordinaten | gps coordinaten
`;
