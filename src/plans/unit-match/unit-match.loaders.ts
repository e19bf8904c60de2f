import { hydrate, loadMany } from '../../platform/graphql';
import { UnitMatch, UnitMatchCandidate } from './unit-match';

/** Those that wait for a person first, then by name. */
export const unitMatchesOfPlan = loadMany<number, UnitMatch>(
  async (reader, plans) =>
    (
      await reader.rows<object>(
        `select plan_id as "planId", name, unit_id as "unitId", state, confidence, reason, decided_by as "decidedBy", decided_at as "decidedAt"
         from unit_match where plan_id = any($1)
         order by plan_id, array_position(array['DOUBTFUL', 'PROPOSED', 'TAKEN', 'CONFIRMED'], state), name`,
        [plans],
      )
    ).map((row) => hydrate(UnitMatch, row)),
  (match) => match.planId,
);

/** The most likely first. */
export const candidatesOfPlan = loadMany<number, UnitMatchCandidate>(
  async (reader, plans) =>
    (
      await reader.rows<object>(
        `select plan_id as "planId", name, unit_id as "unitId", confidence, reason from unit_match_candidate where plan_id = any($1)
         order by plan_id, name, confidence desc, unit_id`,
        [plans],
      )
    ).map((row) => hydrate(UnitMatchCandidate, row)),
  (candidate) => candidate.planId,
);
