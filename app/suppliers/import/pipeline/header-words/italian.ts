/** What stands above a column in Italian, folded by `foldHeader`: the field, and the words that mean it. */
export const italian = `
supplierName: fornitore | nome fornitore | ragione sociale | azienda
siteName: stabilimento | fabbrica
externalId: codice fornitore
subcontractors: subappaltatori
labourProviders: agenzia per il lavoro
group: gruppo
customer: acquirente
supplyShare: quota
year: anno
`;
