import { hydrate, loadMany } from '../../platform/graphql';
import { EvidenceCheck } from './evidence-check';

/** What came of the links of an entry, those that were asked for. */
export const evidenceChecksOf = loadMany<number, EvidenceCheck>(
  async (reader, entries) =>
    (
      await reader.rows<object>(
        `select c.entry_id as "entryId", c.position, c.url, c.status, c.http_status as "httpStatus", c.failure, c.checked_at as "checkedAt"
         from evidence_check c where c.entry_id = any($1) and c.checked_at is not null order by c.position`,
        [entries],
      )
    ).map((row) => hydrate(EvidenceCheck, row)),
  ({ entryId }) => entryId,
);
