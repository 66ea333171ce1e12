/** What stands above a column in English, folded by `foldHeader`: the field, and the words that mean it. */
export const english = `
supplierName: supplier | supplier name | name of supplier | vendor | vendor name | company | company name | legal name
supplierName: legal entity | entity name | business name | organization | organisation | organization name | name | contractor
supplierName: contractor name | manufacturer
siteName: site | site name | factory | factory name | facility | facility name | name of facility | name of factory | plant
siteName: plant name | mill | mill name | production site | production unit | unit name | farm | farm name | workplace
siteName: location name
publicId: manumit id | public id
osId: os id | osid | oar id | os hub id | open supply hub id | open apparel registry id
externalId: supplier id | supplier number | supplier no | supplier code | vendor id | vendor number | vendor no | vendor code
externalId: facility id | factory id | factory code | site id | site code | uml id | id | code | reference | rba id | erp number
externalId: account number
country: country | country region | country or region | country name | country code | country iso | iso country | iso country code
country: nation | country of origin | country of production | factory country | supplier country | site country | iso | iso code
country: iso2 | iso3 | alpha 2
address: address | full address | street | street address | address line 1 | address line 2 | address 1 | address 2
address: factory address | facility address | site address | supplier address | location address
city: city | town | city town | district | municipality
region: state | province | state province | province state | county | region | department
postalCode: postal code | postcode | post code | zip | zip code | zipcode | postal zip code
lat: lat | latitude | y | gps latitude
lng: lng | lon | long | longitude | x | gps longitude
sector: sector | industry | industry sector | sector product type | isic | isic 4 | isic code | isic division | nace | nace code
sector: nace rev 2 | naics | naics code | naics 2017 | branch | business sector
product: product | products | product type | product types | product category | goods | commodity | commodities | items | hs code
product: hs codes
workers: workers | number of workers | no of workers | total workers | total number of workers | worker count | workforce
workers: total workforce | employees | number of employees | no of employees | total employees | headcount | staff | total staff
workers: workers total
femaleShare: percent female workers | percent female | female percent | female share | share of women | women percent
femaleShare: percent women | female workers percent | female | female workers | women | percent of female workers | women share
femaleShare: share female
migrantShare: percent migrant workers | percent migrant | migrant percent | migrant share | share of migrants
migrantShare: share of migrant workers | migrant workers percent | migrants | migrant | migrant workers
migrantShare: percent of migrant workers | foreign workers | percent foreign workers | foreign migrant workers | share migrant
agencyShare: percent agency workers | agency percent | agency share | agency workers | percent agency | share of agency workers
agencyShare: temporary agency workers | contract workers | percent contract workers | temporary workers
agencyShare: percent temporary workers | dispatched workers
subcontractors: subcons | subcon | subcontractor | subcontractors | sub contractor | sub contractors | subcontractor names
subcontractors: subcontracting
labourProviders: labour provider | labour providers | labor provider | labor providers | labour agency | labor agency
labourProviders: labour agencies | labor agencies | recruitment agency | recruitment agencies | recruiter | recruiters
labourProviders: employment agency | staffing agency | labour contractor | labor contractor | labour agents | labor agents
labourProviders: manpower agency
group: group | group name | corporate group | holding | holding company | ultimate parent | ultimate parent company
customer: customer | customer name | brand | brands | brand name | consumer brand | buyer | buyer name | client | supplies
customer: supplied to | purchaser | retailer
supplyShare: share | share of supply | share percent | percent share | volume share | spend share | share of volume
year: year | report year | reporting year | disclosure year
parentCompany: parent | parent company | parent company name | parent name | supplier group | owner | mother company
parentCompany: company group
tier: tier | supplier tier | tier level | level | supply chain tier
lei: lei | lei id | lei code | lei number | legal entity identifier
duns: duns | duns id | duns no | duns number | d u n s | d u n s number | dnb duns | d b duns
registration: registration number | registration no | reg no | company registration number | company registration no
registration: company number | company reg no | business registration number | business registration no | business license number
registration: business licence number | national registration number | trade register number | commercial register number
registration: commercial registration number | cin | cro number | unified social credit code | uscc
supplierType: type | supplier type | factory type | facility type | facility type processing type | site type | processing type
supplierType: production type
asOf: as of | date | data as of | as of date | last updated | updated | updated on | update date | reporting date
`;
