/** Column headers in French, folded by `foldHeader`, by field. */
export const french = `
supplierName: fournisseur | nom du fournisseur | nom fournisseur | entreprise | societe | raison sociale | nom
supplierName: nom de l entreprise
siteName: usine | nom de l usine | nom usine | nom du site | etablissement | site de production
externalId: numero fournisseur | code fournisseur
subcontractors: sous traitant | sous traitants | sous traitance
labourProviders: agence de recrutement | agences de recrutement | agence d interim | recruteur
group: groupe | nom du groupe
customer: marque | acheteur
supplyShare: part
year: annee
duns: numero duns
registration: siren | siret | numero siren | numero siret | numero d immatriculation
asOf: date de mise a jour | date de reference
taxNumber: numero de tva | tva | n tva | numero tva | tva intracommunautaire | numero fiscal | identifiant fiscal
contactName: contact | nom du contact | personne de contact | contact principal | interlocuteur | correspondant
contactRole: fonction du contact | poste | fonction
contactEmail: courriel | adresse e mail | adresse courriel | email du contact | e mail du contact | mel
contactPhone: telephone | numero de telephone | tel | portable | telephone du contact
orderNumber: numero de commande | commande | bon de commande | numero de facture | numero de bon de livraison
orderDate: date de commande | date de livraison | livre le | date de facture | date d expedition
volume: volume | quantite | quantite livree | quantite commandee | poids | poids net | tonnage
volumeUnit: unite | unite de mesure
orderValue: valeur | montant | montant de la commande | valeur de la commande | montant net
currency: devise | monnaie
group: groupe fournisseur | groupe du fournisseur
coordinates: coordonnees gps | coordonnees geographiques | position gps | geolocalisation | localisation gps
`;
