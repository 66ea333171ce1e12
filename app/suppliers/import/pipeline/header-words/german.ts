/** Column headers in German, folded by `foldHeader`, by field. */
export const german = `
supplierName: lieferant | lieferantenname | lieferanten | name des lieferanten | firma | firmenname | unternehmen | hersteller
siteName: werk | werksname | fabrik | fabrikname | standort | betrieb | betriebsstatte | produktionsstatte
externalId: lieferantennummer | lieferanten nr | lieferantennr | kreditor | kreditorennummer
subcontractors: subunternehmer | nachunternehmer | unterauftragnehmer | lohnfertiger
labourProviders: personalvermittler | personaldienstleister | vermittlungsagentur | arbeitsvermittler
group: konzern
customer: kunde | kundenname | marke | abnehmer
supplyShare: anteil | lieferanteil
year: jahr
duns: duns nummer
registration: handelsregister | handelsregisternummer | hrb
asOf: stand | stichtag | datum
taxNumber: steuernummer | ust id | ust idnr | ust id nr | umsatzsteuer id | umsatzsteuer identifikationsnummer | ustid | mwst nummer | uid
contactName: ansprechpartner | kontakt | kontaktperson | ansprechperson | name ansprechpartner
contactRole: funktion | position ansprechpartner | rolle ansprechpartner
contactEmail: e mail adresse | email adresse | e mail ansprechpartner | kontakt e mail
contactPhone: telefon | telefonnummer | tel nr | mobil | mobilnummer
orderNumber: bestellnummer | bestell nr | bestellnr | auftragsnummer | rechnungsnummer | lieferscheinnummer
orderDate: bestelldatum | lieferdatum | rechnungsdatum | versanddatum
volume: menge | liefermenge | bestellmenge | gewicht | nettogewicht | volumen
volumeUnit: einheit | mengeneinheit
orderValue: wert | bestellwert | auftragswert | betrag | nettobetrag | warenwert
currency: wahrung
group: lieferantengruppe
coordinates: koordinaten | gps koordinaten | geokoordinaten | standortkoordinaten | gps daten | gps position
contactEmail: kontakt email | email ansprechpartner
contactPhone: telefon ansprechpartner | handynummer | handy
taxNumber: steuer id | steuer nr | ust nr
`;
