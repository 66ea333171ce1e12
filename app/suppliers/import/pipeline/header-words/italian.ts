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
orderNumber: numero ordine | ordine | numero fattura | numero d ordine
orderDate: data ordine | data di consegna | data consegna | data fattura
volume: quantita | volume | peso | peso netto
volumeUnit: unita di misura
orderValue: valore | importo | valore ordine
currency: valuta
`;
