/**
 * What the demonstration knows of relations and of openness beside the bare chain. Fictional as all of it.
 * One relation a line: supplier > buyer | share of what the buyer buys % | volume | unit | days since it began | days since it ended | confidence % of one that is inferred.
 * The shares of one buyer add to less than 100: the rest is not known.
 */
export const relationLines = `
t101>buyer|18|||1700||
t102>buyer|9|||1300||
t103>buyer|16|||2100||
t104>buyer|10|||900||
t105>buyer|8|||640||
t106>buyer|5|||1500||
t107>buyer|2|||2600||
t108>buyer|6|||1100||
t109>buyer|5|||820||
t110>buyer|4|||500||
t112>buyer|4|||760||
t113>buyer|3|||980||
t115>buyer|2|||410||
t117>buyer|3|||1250||
t201>t101|30|410|tonnes of fabric a year|1200||
t202>t101|25|360|tonnes of fabric a year|1600||
t203>t103|40|980|tonnes of yarn a year|700||
t203>t104|20|310|tonnes of yarn a year|700||
t204>t103|25|520|tonnes of yarn a year|430||
t205>t104|45|690|tonnes of yarn a year|380||
t207>t105|10|||300||
t208>t106|60|270|tonnes of yarn a year|1400||
t209>t108|70|2400|tonnes of latex a year|1050||
t210>t109|55|||820||
t216>t103|5|||900|120|
t223>t105|15|||250||
t302>t203|||||| 60
t306>t209|50|1300|tonnes of latex a year|1000||
t307>t209|30|780|tonnes of latex a year|640||
t310>t210|||||| 45
t311>t206|||||| 70
t312>t208|20|54|tonnes of lint a year|420||
`;

/** key | whether it names its own suppliers | group it belongs to. */
export const opennessLines = `
t101|all|Hong Ha Apparel Holding
t102|some|
t103|some|
t104|refused|
t105|some|
t106|all|
t107|all|
t108|refused|
t109|some|
t112|refused|
t115|refused|
t117|all|
t119||Waalkant Fulfilment Group
t201|all|Hong Ha Apparel Holding
t202||Hong Ha Apparel Holding
t204|refused|Noyyal Yarn Group
t205|refused|Noyyal Yarn Group
t206|refused|
t208|some|
t209|some|
t211|refused|
t215|refused|
t221||Waalkant Fulfilment Group
t223|refused|
t224|refused|
t303|refused|
t309|refused|
t311|refused|
t312|refused|
`;

/**
 * Workforce of a site: key | women | men | agency | seasonal | under 18 | housed by the employer | migrants by origin. Small groups become codes by the rule
 * that forms follow.
 */
export const workforceLines = `
t101|1490|350|110|140|12|60|KH 74
t103|1720|930|318|0|0|0|
t105|930|345|0|0|0|610|BD 372,LK 142,IN 88,NP 61
t108|540|580|269|0|0|410|BD 181,NP 174,MM 104
t110|301|229|159|60|3|212|MM 231,KH 20,LA 3
t119|97|213|198|120|0|150|PL 88,RO 61,BG 31
t204|402|118|62|60|8|0|NP 30,BD 17
t205|520|90|232|75|22|330|NP 110
t221|44|96|84|60|0|52|PL 38,RO 33,UA 4
t223|372|48|0|0|2|280|BD 84,LK 46,MG 30
t304|398|362|152|300|24|210|SY 213
t310|38|412|27|120|0|130|BO 45
t314|24|51|22|24|0|0|RO 13,MA 3
`;
