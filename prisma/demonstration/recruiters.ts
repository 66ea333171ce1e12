/**
 * The labour recruiters of the demonstration, line by line. No agency, licence, certificate or person in it exists; authorities are named as they are.
 * key | kind | values. Days are counted from today: +60 lies ahead, -30 has passed. Money is in whole units, for one worker.
 * licence: country, number, issuer, ends · certification: scheme, number, issuer, ends · complaints: from, to, received, upheld, remedied
 * response: day, method, assessor, evidence grade, conclusion · sanction: country, what, authority, what for, first day, last day
 * corridor: origin, destination, net pay a month, currency, placed a year · fee: origin, destination, code, payer, amount, currency, allowed by law
 */
export const recruiterLines = `
p1|licence|NP; DoFE 1184/074 (fictional); Department of Foreign Employment; +410|Copy of the licence, sent by the agency
p1|certification|Fair Passage Mark (fictional); FP-0000; Fictional audit house; +70|Copy of the certificate, sent by the agency
p1|assessment|-210; visit; Compliance team; document-checked; partly|Visit to the agency’s office, papers read there
p1|assessment|-620; questionnaire; Compliance team; self-declared; partly|Answers of the agency
p1|complaints|-730; -366; 31; 12; 12|Register of the agency’s complaints line
p1|complaints|-365; -1; 46; 19; 12|Register of the agency’s complaints line
p1|corridor|NP; MY; 1650; MYR; 320|Contracts of workers, read at the site
p1|corridor|NP; JO; 230; JOD; 85|Contracts of workers, read at the site
p1|fee|NP; MY; F1; employer; 2100; MYR; no|Invoice of the agency to the employer
p1|fee|NP; MY; F2; worker; 190; MYR; yes|Interviews with workers, grouped
p1|fee|NP; MY; F5; employer; 240; MYR; no|Invoice of the agency to the employer
p1|fee|NP; MY; F7; employer; 1450; MYR; no|Invoice of the agency to the employer
p1|fee|NP; MY; F8; worker; 620; MYR; yes|Interviews with workers, grouped
p1|fee|NP; JO; F1; worker; 70; JOD; yes|Interviews with workers, grouped
p1|fee|NP; JO; F7; employer; 310; JOD; no|Invoice of the agency to the employer
p2|licence|BD; RL-2290 (fictional); Bureau of Manpower, Employment and Training; -45|Public register, read by the compliance team
p2|assessment|-25; interviews; Fictional labour monitor; audit-unannounced; fails|Interviews with workers after their arrival, grouped
p2|sanction|BD; licence-suspended; Bureau of Manpower, Employment and Training; Charges above the legal ceiling; -900; -720|Public register, read by the compliance team
p2|complaints|-365; -1; 23; 16; 3|Workers’ centre in the country of destination
p2|corridor|BD; JO; 230; JOD; 260|Contracts of workers, read at the site
p2|fee|BD; JO; F1; worker; 620; JOD; no|Interviews with workers, grouped
p2|fee|BD; JO; F2; worker; 45; JOD; yes|Interviews with workers, grouped
p2|fee|BD; JO; F6; worker; 20; JOD; no|Interviews with workers, grouped
p2|fee|BD; JO; F7; employer; 290; JOD; no|Invoice of the agency to the employer
p2|fee|BD; JO; F8; agent; 110; JOD; yes|Statement of the agency
p2|fee|BD; JO; F9; unknown; 260; JOD; no|Interviews with workers, grouped: a deposit, but not to whom
p3|licence|NL; SNA 99120 (fictional); Stichting Normering Arbeid; +35|Public register, read by the compliance team
p3|licence|PL; KRAZ 40417 (fictional); Voivodeship marshal; +520|Public register, read by the compliance team
p3|assessment|-95; certification; Fictional audit house; audit-announced; meets|Report for the agency’s certificate
p3|complaints|-365; -1; 8; 0; 0|Works council of the employer
p3|corridor|PL; NL; 1980; EUR; 140|Pay slips, read at the site
p3|corridor|RO; NL; 1980; EUR; 95|Pay slips, read at the site
p3|fee|PL; NL; F1; employer; 900; EUR; no|Contract between agency and employer
p3|fee|PL; NL; F3; worker; 130; EUR; yes|Pay slips, read at the site
p3|fee|PL; NL; F7; worker; 540; EUR; yes|Pay slips, read at the site: lodging taken from the first pay
p3|fee|RO; NL; F1; employer; 900; EUR; no|Contract between agency and employer
p3|fee|RO; NL; F7; worker; 540; EUR; yes|Pay slips, read at the site: lodging taken from the first pay
p4|sanction|TH; court-case; Labour court; Wages held back; -60; |Notice of the court, read by the compliance team
p4|complaints|-365; -1; 3; 2; 0|Border workers’ association
p4|corridor|MM; TH; 10900; THB; 210|Pay slips, read at the site
p4|fee|MM; TH; F1; worker; 12000; THB; no|Interviews with workers, grouped
p4|fee|MM; TH; F8; worker; 9500; THB; yes|Interviews with workers, grouped
p4|fee|MM; TH; F9; worker; 4000; THB; no|Interviews with workers, grouped
p5|licence|NP; none needed below the agency (fictional); Ward office; |Statement of the main agency
p5|fee|NP; MY; F9; unknown; 150; MYR; no|Interviews with workers, grouped: paid in the village
p6|licence|BD; RL-0418 (fictional); Bureau of Manpower, Employment and Training; -400|Public register, read by the compliance team
p6|fee|BD; JO; F1; worker; 240; JOD; no|Interviews with workers, grouped
`;

/** key | services | languages of contracts | owner | policy on fees | orientation | its topics | its languages. */
export const recruiterFactLines = `
p1|abroad,papers,orientation,travel,return|ne,en||no-service-fee|all|contract,pay,rights,complaints|ne
p2|abroad,papers,travel|bn,en||within-law|some|contract,living|bn
p3|agency-work,local,lodging,payroll|nl,pl,ro,bg|Waalkant Fulfilment Group|no-worker-costs|nobody||
p4|abroad,papers,lodging||
p5|local||
p6|local,papers|bn||none|||
`;

/**
 * key | status | reason | what happened | days since notification | its reply | in force. A worse status than approved waits for the reply or for ten working
 * days.
 */
export const recruiterStatusLines = `
p1|approved||||| yes
p3|conditional|conflict-of-interest|The agency and the warehouse it serves belong to one group. Lodging may no longer be taken from the first pay.|40|We agree to the condition. From the next quarter the employer pays for the first month of lodging.|yes
p2|stopped|worker-fees|Workers at two sites say that they paid the agency for the job, and its licence has run out.|4|| no
p4|suspended|no-licence|No licence could be shown for bringing workers across the border.|45||yes
`;
