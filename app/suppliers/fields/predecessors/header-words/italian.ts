/** What stands above a column in Italian, folded by `foldHeader`: the field, and the words that mean it. */
export const italian = `
supplierName: fornitore | nome fornitore | ragione sociale | azienda
siteName: stabilimento | fabbrica
externalId: codice fornitore
country: paese | nazione
address: indirizzo | via
city: citta | comune
region: regione
postalCode: cap
lat: latitudine
lng: longitudine
sector: settore
product: prodotto | prodotti
workers: lavoratori | dipendenti | numero dipendenti
femaleShare: donne | percent donne
migrantShare: lavoratori migranti | percent migranti
agencyShare: lavoratori interinali
subcontractors: subappaltatori
labourProviders: agenzia per il lavoro
group: gruppo
customer: acquirente
supplyShare: quota
year: anno
parentCompany: casa madre
tier: livello
`;
