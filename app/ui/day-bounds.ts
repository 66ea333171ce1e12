/** Days that a person can mean by a date that is typed: nothing that the software keeps is older, and no deadline is later. */
export const dayBounds = { earliest: '1950-01-01', latest: '2099-12-31' };
