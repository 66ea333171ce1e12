/** Column headers in English, folded by `foldHeader`, by field. */
export const english = `
supplierName: supplier | supplier name | name of supplier | vendor | vendor name | company | company name | legal name
supplierName: legal entity | entity name | business name | organization | organisation | organization name | name | contractor
supplierName: contractor name | manufacturer
siteName: site | site name | factory | factory name | facility | facility name | name of facility | name of factory | plant
siteName: plant name | mill | mill name | production site | production unit | unit name | farm | farm name | workplace
siteName: location name | manufacturing site | manufacturing unit | manufacturing facility | manufacturing location
siteName: production facility | production location | production plant | processing unit | processing facility | work site
publicId: manumit id | public id
osId: os id | osid | oar id | os hub id | open supply hub id | open apparel registry id
externalId: supplier id | supplier number | supplier no | supplier code | vendor id | vendor number | vendor no | vendor code
externalId: facility id | factory id | factory code | site id | site code | uml id | id | code | reference | rba id | erp number
externalId: account number
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
lei: lei | lei id | lei code | lei number | legal entity identifier
duns: duns | duns id | duns no | duns number | d u n s | d u n s number | dnb duns | d b duns
registration: registration number | registration no | reg no | company registration number | company registration no
registration: company number | company reg no | business registration number | business registration no | business license number
registration: business licence number | national registration number | trade register number | commercial register number
registration: commercial registration number | cin | cro number | unified social credit code | uscc
asOf: as of | date | data as of | as of date | last updated | updated | updated on | update date | reporting date
taxNumber: tax number | tax no | tax id | tax id number | tax identification number | vat | vat no | vat number | vat id | vat reg no
taxNumber: vat registration number | tin | ein | gst | gst no | gst number | gstin | pan | pan number | fiscal code | fiscal number | abn
contactName: contact | contact name | contact person | main contact | main contact name | primary contact | key contact | name of contact
contactName: supplier contact | supplier contact name | contact full name | account manager | sales contact | attn | attention
contactRole: contact role | contact title | contact position | job title | contact function | title of contact | position
contactEmail: email | e mail | email address | e mail address | contact email | contact e mail | mail | main contact email | supplier email
contactEmail: email of contact | contact email address | primary email
contactPhone: phone | phone number | telephone | telephone number | tel | tel no | mobile | mobile number | contact phone | contact number
contactPhone: contact telephone | cell phone | phone no | main contact phone | whatsapp
orderNumber: order number | order no | order id | order | po number | po no | po | purchase order | purchase order number | so number
orderNumber: po so number | sales order | sales order number | invoice number | invoice no | delivery note | delivery note number
orderNumber: shipment id | shipment number | consignment number | contract number
orderDate: order date | date of order | po date | purchase date | delivery date | date of delivery | delivered | delivered on
orderDate: date delivered | ship date | shipped on | shipping date | shipment date | invoice date | transaction date
volume: volume | annual volume | quantity | qty | order quantity | ordered quantity | quantity ordered | quantity delivered
volume: delivered quantity | line item quantity | net weight | gross weight | weight | tonnage | order volume | volume ordered
volume: volume supplied | volume delivered | quantity supplied | pieces | quantity shipped
volumeUnit: unit | units | uom | uo m | unit of measure | unit of measurement | volume unit | quantity unit
orderValue: value | order value | line value | line item value | order amount | line amount | invoice amount | invoice value
orderValue: amount | total value | total amount | net amount | net value | fob value | purchase value | goods value
currency: currency | currency code | order currency | invoice currency
group: vendor group | group company | parent group | owner group | factory group | supplier group name
group: vendor group name
coordinates: coordinates | gps coordinates | gps | gps coordinate | gps location | gps point | coordinates gps | lat long | lat lng | lat lon
coordinates: latitude longitude | latitude and longitude | lat longitude | geo coordinates | geographic coordinates | geolocation | geo location
coordinates: location coordinates | coordinates lat long | map coordinates
`;
