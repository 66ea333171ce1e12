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
taxNumber: partita iva | p iva | codice fiscale
contactName: referente | contatto | nome contatto | persona di contatto
contactRole: ruolo | ruolo referente
contactEmail: indirizzo e mail | email referente | posta elettronica
contactPhone: telefono | cellulare
registration: numero rea | rea | numero di registrazione
orderNumber: numero ordine | ordine | numero fattura | numero d ordine
orderDate: data ordine | data di consegna | data consegna | data fattura
volume: quantita | volume | peso | peso netto
volumeUnit: unita di misura
orderValue: valore | importo | valore ordine
currency: valuta
coordinates: coordinate | coordinate gps | coordinate geografiche
`;
