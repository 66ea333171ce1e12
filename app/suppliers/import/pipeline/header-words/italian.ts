/** Column headers in Italian, folded by `foldHeader`, by field. */
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
