import type { EntryValue } from '~/audits/entries/entries';

/** What the auditors of the demonstration wrote, by section, or as a whole (`summary`, `systems`). No site, agency or person in it exists. */
type Narratives = Readonly<Record<string, string>>;

export const gloveNarratives: Narratives = {
  summary:
    'Forced-labour risk at this site comes with the labour agency. Passports of agency workers were locked in a cupboard of the personnel office and released against a signature, and workers from Nepal paid about four months of basic pay to get the job. Overtime on the dipping lines exceeded the monthly limit in the peak season. Directly hired workers keep their own documents and paid no fees. Management accepts the findings on overtime and emergency exits, and disputes the finding on passports.',
  'BW.CL':
    'The personnel office checks the identity document of every applicant before the first day of work. Identity documents of the sampled workers were compared with the personnel list.',
  'BW.DI':
    'Job advertisements, application forms and the pay of men and women in the same jobs were compared. Interviews in three languages raised no concern about unequal pay or promotion.',
  'BW.FL':
    'Workers can end their contract with one month’s notice, and the notices on file were accepted. The passports of agency workers were nevertheless kept by the employer. The agency’s records of its checks on bonded labour had not arrived by the end of the visit, so that question was left open.',
  'BW.FA':
    'There is no union at the site. Directly hired workers elected the members of a joint committee; agency workers took no part in the election. Questions about bargaining and strikes do not apply: there is no agreement, and there was no strike in the period.',
  'BW.CO':
    'Pay of the sampled month was compared with time records. No basic pay was below the legal minimum and overtime was paid at the legal rate. Deductions other than social security were repayments of advances.',
  'BW.HR':
    'Contracts are in the language of the worker and were signed before departure. The contract with the agency forbids fees, but the employer never asked arriving workers what they had paid.',
  'BW.OS':
    'Records of fire drills, first aid and training were complete in the three production halls. One emergency exit of the packing hall was obstructed on both days.',
  'BW.WT':
    'Monthly totals of three months show overtime above the legal limit in two of them on the dipping lines. Time records of 26 workers in three sampled weeks, compared with gate records for six of them, include weeks above 60 hours. All of the sampled workers had one day of rest in each week.',
  systems:
    'The employer has a written policy and manages directly hired workers well. It does not extend the same control to its labour agency: no one checks what arriving workers paid, the agency is paid less than its costs, and custody of passports was agreed in the contract. Complaints are recorded and answered, but agency workers bring theirs to the agency’s coordinator instead.',
};

export const visitNarratives: Readonly<Record<string, Narratives>> = {
  t102: {
    summary:
      'No non-compliance was found in the questions that this report states. The site recruits directly and locally, pays on time and keeps its hours within 60 a week in the periods sampled. Two practices of purchasing and supplier management are only partly in place.',
    'BW.FL': 'Workers keep their own identity documents, paid no recruitment fees and can leave after notice.',
    'BW.WT': 'Time records of 26 workers in three weeks show no week above 60 hours and one day of rest in each week.',
    systems:
      'Policy, responsibilities and procedures are documented and known to supervisors. The weakest element is the control of the site’s own suppliers: not all have agreed to the code in writing, and their lead times are reviewed only in part.',
  },
  t104: {
    summary:
      'The scope included subcontracting: production records, deliveries and gate records showed no orders that left the site without approval, but no subcontractor was visited. Overtime on two sewing lines exceeded the legal limit in the peak season, because orders are accepted without checking line capacity. One emergency exit was obstructed and cleared during the audit.',
    'BW.FL': 'Workers keep their own identity documents and can leave after notice. Interviews raised no concern about recruitment.',
    'BW.OS':
      'Seven of eight exits were clear on both days. The eighth, on the second floor, was narrowed by fabric rolls and was cleared on the second day.',
    'BW.WT':
      'Monthly totals of three months show overtime above the legal limit in two of them on two sewing lines. The weeks sampled by worker lie outside the peak and show none above 60 hours.',
    systems:
      'Rules on hours exist, but planning and production do not apply them: the time system records overtime and stops none. Suppliers and subcontractors have not agreed to the code, and the steps for remedy are written down only in part.',
  },
  t209: {
    summary:
      'Migrant workers keep their own documents, and those interviewed reported no fee; the site has not seen the licence of its agency. Overtime of the centrifuge crews exceeded 104 hours in two months, migrant workers could not explain their overtime pay, and one emergency exit was obstructed. Management signed a corrective action plan for the three findings at the closing meeting.',
    'BW.CO':
      'Pay of the sampled month was compared with time records. Overtime was paid at the legal rate; the pay slip, in Malay and English, was not understood by most of the migrant workers interviewed.',
    'BW.FL': 'Workers keep their own identity documents and can leave after notice. Interviews raised no concern about recruitment.',
    'BW.OS':
      'Four of five exits were clear on both days. The exit of the drum store was narrowed by empty drums and was cleared on the second day.',
    'BW.WT':
      'Time records of three months, compared with delivery records, show more than 104 hours of overtime in two of them for the centrifuge crews. The weeks sampled by worker show none above 60 hours and one day of rest in each week.',
    systems:
      'Recruitment, pay and safety are managed with documented procedures. Planning does not limit overtime in weeks of high yield, and no one checks whether workers understand what is explained to them on the first day.',
  },
  t207: {
    summary:
      'No non-compliance was found in the questions that this report states. Migrant workers come through agencies; whether all costs of recruitment are paid by the employer could be shown only in part. One of two dormitories could not be visited.',
    'BW.FL':
      'Workers keep their own identity documents. Statements about recruitment costs differ between agencies and were recorded as partly in place.',
    'BW.WT': 'Time records of 26 workers in three weeks show no week above 60 hours and one day of rest in each week.',
    systems:
      'Hours, pay and safety are managed with documented procedures. There is no regular meeting with representatives whom workers chose, and the repayment of recruitment costs rests on the word of the agencies.',
  },
};

export const narrativeEntries = (narratives: Narratives): [string, EntryValue<'narrative'>][] =>
  Object.entries(narratives).map(([key, text]) => [key, { text, isWithdrawn: false }]);
