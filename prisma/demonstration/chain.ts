/**
 * The demonstration supply chain: a fictional maker of outdoor clothing and homeware. No company, site or person in it exists.
 * One supplier a line: key | name | country | city | latitude | longitude | ISIC | goods | workers | migrant % | agency % | housing | subcontracting | worker voice | supplies.
 * An empty cell is unknown, on purpose: a real list is never complete.
 */
export const chainLines = `
t101|Lac Hong Outerwear JSC|VN|Thu Dau Mot|10.98|106.65|1410|Garments|1840|4|6|optional|declared|restricted|buyer
t102|Song Xanh Garment Co., Ltd|VN|Hai Phong|20.86|106.68|1410|Garments|920|2|0|none|none|independent|buyer
t103|Padma Loom & Stitch Ltd|BD|Gazipur|24.00|90.42|1410|Garments|2650|0|12|none|declared|restricted|buyer
t104|Meghna Knit Composite Ltd|BD|Narayanganj|23.62|90.50|1430|Garments|1410|0|8|none|multi-tier|restricted|buyer
t105|Jordan Valley Apparel WLL|JO|Irbid|32.55|35.85|1410|Garments|1275|52|0|optional|none|restricted|buyer
t106|Anatolia Dokuma Tekstil A.S.|TR|Denizli|37.77|29.09|1392|Textiles|640|2|0|none|none|independent|buyer
t107|Porto Malhas Lda|PT|Guimaraes|41.44|-8.29|1391|Knitted Fabrics|210|3|0|none|none|independent|buyer
t108|Selangor Glove & Safety Sdn Bhd|MY|Klang|3.04|101.45|2219|Rubber Gloves|1120|41|24|tied|none|restricted|buyer
t109|Kaveri Footwear Pvt Ltd|IN|Ambur|12.79|78.72|1520|Footwear|780|12|25|none|declared|restricted|buyer
t110|Nakhon Camp Gear Co., Ltd|TH|Samut Sakhon|13.55|100.27|1392|Tents|530|48|30|optional|none|restricted|buyer
t111|Lusitania Cerâmica SA|PT|Aveiro|40.64|-8.65|2393|Ceramics|165|2|0|none|none|independent|buyer
t112|Guangfu Home Textiles Co., Ltd|CN|Nantong|31.98|120.89|1392|Quilts|870|3|0|none|none|restricted|buyer
t113|Minh Duc Wooden Furniture Co., Ltd|VN|Quy Nhon|13.78|109.22|3100|Furniture|410|0|0|none|none|restricted|buyer
t114|Emilia Zip & Trim SRL|IT|Carpi|44.78|10.88|3290|Zips|88|9|2|none|none|independent|buyer
t115|Yangon Rain Shell Co., Ltd|MM|Yangon|16.87|96.20|1410|Rainwear|960|0||none|declared|none|buyer
t116|Oaxaca Hilados SA de CV|MX|Puebla|19.04|-98.20|1312|Textiles|350||||||buyer
t117|Colombo Seam Works (Pvt) Ltd|LK|Katunayake|7.17|79.88|1410||1180|1|4|optional|none|independent|buyer
t118|Lodz Packaging Sp. z o.o.|PL|Lodz|51.76|19.46|1702||240|16|14|optional|none|independent|buyer
t119|Riverside Logistics BV|NL|Venlo|51.37|6.17|5210||310|58|64|tied|declared|independent|buyer
t120|Maseru Denim (Pty) Ltd|LS|Maseru|-29.31|27.48|1410||1530|2|0|none|none|independent|buyer
t201|Binh Minh Dyeing & Finishing Co., Ltd|VN|Bien Hoa|10.95|106.82|1313||320|6|15|none|none|independent|t101,t102
t202|Tan Tien Fabric JSC|VN|Hung Yen|20.65|106.05|1312|Textiles|450|0|5|none||independent|t101
t203|Dhaleshwari Spinning Mills Ltd|BD|Mymensingh|24.75|90.40|1311|Thread/Yarn|690|0|18|optional|none|restricted|t103,t104
t204|Tirupur Yarn Traders Pvt Ltd|IN|Tirupur|11.11|77.34|1311|Thread/Yarn (Cotton)|520|9|12|none|none|restricted|t103,t109
t205|Coimbatore Ring Spinners Pvt Ltd|IN|Coimbatore|11.02|76.96|1311|Thread/Yarn (Cotton)|610|18|38|tied|none|none|t104
t206|Wei Hai Technical Fabrics Co., Ltd|CN|Weihai|37.51|122.12|1399|Laminates|380|4|0|none|none|restricted|t105,t112
t207|Hsinchu Membrane Corp.|TW|Hsinchu|24.81|120.97|2220||290|41|22|optional|none|restricted|t101,t105
t208|Adana Pamuk Iplik A.S.|TR|Adana|37.00|35.32|1311|Cotton|330|12|9||none|restricted|t106
t209|Ipoh Latex Processing Sdn Bhd|MY|Ipoh|4.60|101.08|2219|Rubber|260|48|22|optional|none|restricted|t108
t210|Vaniyambadi Leathers Pvt Ltd|IN|Vaniyambadi|12.68|78.62|1511|Leather Goods/Accessories|240|9|14||none|restricted|t109
t211|Rayong Webbing Co., Ltd|TH|Rayong|12.68|101.28|1394||150||||||t110
t212|Zhejiang Down & Feather Co., Ltd|CN|Xiaoshan|30.17|120.26|1010|Down|210||||||t112
t213|Dong Nai Timber Joint Stock Co.|VN|Bien Hoa|10.97|106.84|1610|Timber|175||||||t113
t214|Bergamo Metal Trims SRL|IT|Bergamo|45.70|9.67|2599||64|9|3|none|none|independent|t114
t215|Bago Zipper & Button Co., Ltd|MM|Bago|17.33|96.48|3290||310||||||t115
t216|Sialkot Trim Exports (Pvt) Ltd|PK|Sialkot|32.49|74.53|1399|Textiles|270|0|22|none|declared|none|t103
t217|Karachi Denim Mills Ltd|PK|Karachi|24.86|67.01|1312|Textiles|1350|3|18|none|none|restricted|t120,t117
t218|Kandy Elastic (Pvt) Ltd|LK|Kandy|7.29|80.63|1394||190|0|5|none|none|restricted|t117
t219|Tehuacan Lavanderia SA de CV|MX|Tehuacan|18.46|-97.39|||130||||||t116
t220|Silesia Paper Mill SA|PL|Katowice|50.26|19.02|1701||420|11|16|none|none|independent|t118
t221|Dispatch Hall 4 BV|NL|Tilburg|51.56|5.08|5210||140|54|60|optional|none|restricted|t119
t222|Izmir Print House Ltd Sti|TR|Izmir|38.42|27.14|1811||95|2|0|none|none|independent|t106
t223|Aqaba Cut & Sew WLL|JO|Aqaba|29.53|35.00|1410|Garments|420|38|0|tied|none|restricted|t105
t224|Nantong Print & Wash Co., Ltd|CN|Nantong|32.01|120.86|||||||||t112
t301|Maribor Nylon Polymers d.o.o.|SI|Maribor|46.55|15.65|2013||150||||||t207
t302|Khorezm Cotton Cluster LLC|UZ|Urgench|41.55|60.63|0116|Cotton|1900||45|||restricted|t203
t303|Gujarat Ginning Cooperative|IN|Rajkot|22.30|70.80|0163|Cotton|280|34|28|optional|declared|none|t204,t205
t304|Cukurova Cotton Growers Union|TR|Adana|36.99|35.33|0116|Cotton|760|28|20|optional|declared|none|t208
t305|Sahel Coton SA|BF|Bobo-Dioulasso|11.18|-4.30|0116|Cotton|340||||||t203
t306|Perak Smallholder Rubber Bhd|MY|Taiping|4.85|100.74|0129|Rubber|520|38|24|optional|declared|restricted|t209
t307|Surat Thani Rubber Estate Co., Ltd|TH|Surat Thani|9.14|99.33|0129|Rubber|310|57|20|tied|declared|none|t209
t308|Gia Lai Forestry Co., Ltd|VN|Pleiku|13.98|108.00|||120||||||t213
t309|Para Madeira Ltda|BR|Maraba|-5.37|-49.12|0220|Timber|210|8|12|none|none|restricted|t213
t310|Mato Verde Couros Ltda|BR|Cuiaba|-15.60|-56.10|0141|Cattle|450|10|6|tied|none|restricted|t210
t311|Tarim Basin Fibre Trading Co., Ltd|CN|Aksu|41.17|80.26|1311|Cotton|640|||||none|t206
t312|Mary Pagta Ginning Works|TM|Mary|37.60|61.83|0163|Cotton|410||||||t208
t313|Hebei Goose Farms Co-op|CN|Baoding|38.87|115.46|||90||||||t212
t314|Ciudad Real Lana SL|ES|Ciudad Real|38.99|-3.93|0144||75|22|30|none|none|independent|t107
t315|Otago Merino Ltd|NZ|Alexandra|-45.25|169.38|0144||60|15|18|optional|none|independent|t107,t314
t316|Katowice Adhesives Sp. z o.o.|PL|Katowice|50.25|19.03|2029||110||||||t220
t317|Sindh Cotton Growers|PK|Sanghar|26.05|68.95|0116|Cotton|880|6|18||declared|restricted|t217
`;

/** Sites beside the first of a supplier. Counties of this name are in Hebei and in Xinjiang: which one is not known. */
export const furtherSites = [
  { key: 't206', name: 'Wei Hai Technical Fabrics, fibre store', country: 'CN', city: 'Yutian County' },
] as const;

/** key | name | country | city | licence | origins of the people it brings | recruits for: an employer, or the provider whose sub-agent it is. */
export const labourRecruiterLines = `
p1|Everest Bridge Manpower Pvt Ltd|NP|Kathmandu|DoFE 1184/074 (fictional)|NP|t108,t105
p2|Karnaphuli Overseas Ltd|BD|Dhaka|RL-2290 (fictional)|BD|t105,t223
p3|Meuse Flex Uitzendbureau BV|NL|Venlo|SNA 99120 (fictional)|PL,RO,BG|t119,t221
p4|Mae Sot Labour Services Co., Ltd|TH|Mae Sot||MM|t110,t307
p5|Terai Connect Services Pvt Ltd|NP|Janakpur||NP|p1
p6|Surma Passage Travels|BD|Sylhet|RL-0418 (fictional)|BD|p2
p7|Haor Village Brokers|BD|Sunamganj||BD|p6
`;
