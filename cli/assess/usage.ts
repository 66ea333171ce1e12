import { ownTableKinds } from '#scoring';
import { memberLocales } from '~/locales/member-locales';

/** What --help prints. */
export const usage = `Usage: npx manumit assess LIST [options]
       npx manumit tables check KIND FILE [--list LIST] [--json]
       npx manumit tables template KIND
       npx manumit verify REPORT.pdf [REPORT.json] [--signed-by FINGERPRINT]

Scores every supplier of a list by the open method, without a database. LIST is a CSV or Excel file, or - for the
standard input. Three files are written: NAME-scores.csv, NAME-scores.json and NAME-scores.pdf.
50 is the average worker in the world; ten points more double the odds of forced labour, ten fewer halve them.
The same list, options and day give the same bytes.

  --as-of DATE           numbers and tables of that day (default: today, UTC)
  --out DIR              where to write (default: the current folder)
  --json                 JSON on the standard output; files only when --out is given
  --country COUNTRY      for rows that name no country
  --sector SECTOR        ISIC Rev.4 code or a word, for rows that name no sector
  --product PRODUCT      for rows that name no product
  --strict               leave sectors and listed goods unknown where ordinary words are only guessed to name them
  --column HEADER=FIELD  what a column holds, where the proposal is wrong (repeatable)
  --sheet NAME           sheet of a workbook (default: the one that looks most like a list)
  --language ${memberLocales.join('|').padEnd(11)} of the report and of the notes about rows
  --own-table KIND=FILE  an edition of your own of a reference table, in place of the released rows with the same key (one
                         of each kind); --own-table-title TITLE behind it names it, --report-year YEAR is the year of a
                         report on state-sponsored trafficking that has no year in its rows
  -h, --help             this text
  -v, --version          version of the program and of the method

tables check reads FILE as an edition of a table and writes nothing: which rows are read, why others are not, and what is
new, changed or removed beside the released table. With --list it scores a list of suppliers without and with the edition
and says who changes band and which alerts come and go. tables template prints an example to fill in. KIND is one of
${ownTableKinds.slice(0, 5).join(', ')},
${ownTableKinds.slice(5).join(', ')}.

verify draws the report again from its own data and says whether the file is signed, whether every page and every other
part of it is the same, and which page is not; with the JSON, whether both hold the same report. It needs no network, so
it cannot say who issued a report: look up the hash where it was issued, or give the fingerprint of the organization's
certificate. Each line begins with OK, WRONG, OPEN (could not be compared) or NOTE.

  --signed-by FINGERPRINT  SHA-256 of the certificate that must have signed; without such a signature the report is WRONG

Exit codes
  0  every row was read; everything that was compared in the report is right
  1  the results are there, but some rows of the list or of a table were left out; each is named with its column. Or: the
     report is not as issued
  2  the command was not understood
  3  the list, a table or the report cannot be read
  4  the results cannot be written
  5  a fault of the program
  6  the pages of the report could not be compared
`;
