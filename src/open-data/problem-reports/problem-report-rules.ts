/** What must hold of reports at any time; one text per violation. */
export const problemReportRules: Readonly<Record<string, string>> = {
  'every receipt has its report': `
    select 'receipt ' || c.id from problem_receipt c where not exists (select from problem_report r where r.id = c.id)`,
  'an answered report says who answered, and no longer how to reach the reader': `
    select 'report ' || r.id from problem_report r join problem_receipt c on c.id = r.id
    where (c.status = 'RECEIVED') <> (r.answered_by is null) or c.status <> 'RECEIVED' and r.contact is not null`,
};
