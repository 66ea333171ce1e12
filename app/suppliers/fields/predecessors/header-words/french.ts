/** What stands above a column in French, folded by `foldHeader`: the field, and the words that mean it. */
export const french = `
supplierName: fournisseur | nom du fournisseur | nom fournisseur | entreprise | societe | raison sociale | nom
supplierName: nom de l entreprise
siteName: usine | nom de l usine | nom usine | nom du site | etablissement | site de production
externalId: numero fournisseur | code fournisseur
country: pays | pays d origine | pays de production
address: adresse | rue | adresse complete
city: ville | commune
region: departement
postalCode: code postal | cp
sector: secteur | secteur d activite
product: produit | produits | type de produit | marchandise
workers: effectif | effectifs | nombre de travailleurs | nombre d employes | nombre d ouvriers | salaries | travailleurs
femaleShare: part de femmes | percent femmes | femmes | femmes percent | part des femmes
migrantShare: part de migrants | travailleurs migrants | percent travailleurs migrants | percent migrants
agencyShare: interimaires | part d interimaires | percent interimaires
subcontractors: sous traitant | sous traitants | sous traitance
labourProviders: agence de recrutement | agences de recrutement | agence d interim | recruteur
group: groupe | nom du groupe
customer: marque | acheteur
supplyShare: part
year: annee
parentCompany: maison mere | societe mere
tier: rang | rang fournisseur | niveau
duns: numero duns
registration: siren | siret | numero siren | numero siret | numero d immatriculation
supplierType: type de fournisseur | type d usine
asOf: date de mise a jour | date de reference
`;
