/** What stands above a column in German, folded by `foldHeader`: the field, and the words that mean it. */
export const german = `
supplierName: lieferant | lieferantenname | lieferanten | name des lieferanten | firma | firmenname | unternehmen | hersteller
siteName: werk | werksname | fabrik | fabrikname | standort | betrieb | betriebsstatte | produktionsstatte
externalId: lieferantennummer | lieferanten nr | lieferantennr | kreditor | kreditorennummer
country: land | landercode | landcode | landeskurzel | landerkennung | herkunftsland | produktionsland
address: anschrift | strasse | strasse nr | strasse hausnummer | strasse und hausnummer
city: stadt | ort
region: bundesland | provinz | kanton
postalCode: plz | postleitzahl
lat: breitengrad | breite
lng: langengrad | lange
sector: industrie | branche | wirtschaftszweig
product: produkt | produkte | produktart | warengruppe | ware | waren
workers: beschaftigte | anzahl beschaftigte | mitarbeiter | anzahl mitarbeiter | mitarbeitende | mitarbeiterzahl | arbeitnehmer
workers: belegschaft
femaleShare: frauenanteil | frauen | frauen percent | anteil frauen
migrantShare: wanderarbeiter | wanderarbeiteranteil | migrantenanteil | anteil migranten | anteil wanderarbeiter | migranten
agencyShare: leiharbeiter | leiharbeitsquote | anteil leiharbeit | leiharbeit | zeitarbeiter | zeitarbeit
subcontractors: subunternehmer | nachunternehmer | unterauftragnehmer | lohnfertiger
labourProviders: personalvermittler | personaldienstleister | vermittlungsagentur | arbeitsvermittler
group: konzern
customer: kunde | kundenname | marke | abnehmer
supplyShare: anteil | lieferanteil
year: jahr
parentCompany: muttergesellschaft | mutterkonzern | gruppe | unternehmensgruppe
tier: stufe | lieferantenstufe | ebene
duns: duns nummer
registration: handelsregister | handelsregisternummer | hrb
supplierType: typ | art | lieferantentyp
asOf: stand | stichtag | datum
`;
