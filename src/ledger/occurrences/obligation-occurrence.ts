import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, loadMany, Public, hydrate } from '../../platform/graphql';
import { timesDone } from '../obligations/obligation-facts';

/** One occurrence of a recurring duty, for one unit. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'One occurrence of a recurring duty, for one unit. (单位的周期事项)' })
export class ObligationOccurrence {
  obligationId!: number;

  @Public()
  @Field({ description: 'Period in which it falls due, as on `TaskOccurrence`. (周期)' })
  period!: string;

  @Public()
  @Field(() => DateScalar, { description: 'First day of the time that it closes. (周期起始日)' })
  startsOn!: string;

  @Public()
  @Field(() => DateScalar, { description: 'Day by which it is due for this unit, extensions granted included. (现行截止日期)' })
  dueOn!: string;

  @Public()
  @Field(() => DateScalar, { description: 'Day as the plan sets it. (原定截止日期)' })
  originalDueOn!: string;

  @Public()
  @Field(() => Int, { description: 'Times owed. (应办次数)' })
  quota!: number;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Times done by published entries; null where reports were not yet collected on that day, or are not now. (已报次数)',
  })
  reportedCount!: number | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Times owed and not reported done; null where `reportedCount` is. (欠办次数)' })
  shortfall!: number | null;
}

export const occurrencesOf = loadMany<number, ObligationOccurrence>(
  async (reader, obligations) => {
    const rows = await reader.rows<object>(
      `select o.id as "obligationId", c.period, c.starts_on as "startsOn", c.due_on as "originalDueOn", greatest(c.due_on, x.due_on) as "dueOn", c.quota,
         case when c.due_on >= o.ledger_since and o.ledger_since <= shanghai_today() then r.times end as "reportedCount",
         case when c.due_on >= o.ledger_since and o.ledger_since <= shanghai_today() then greatest(c.quota - r.times, 0) end as shortfall
       from obligation o
       join task_occurrence c on c.task_id = o.task_id and c.period is not null
       left join lateral (select max(x.proposed_due_on) as due_on from deadline_extension x
         where x.obligation_id = o.id and x.occurrence_due_on = c.due_on and x.state = 'GRANTED') x on true
       cross join lateral (select coalesce(sum(${timesDone('e')}), 0)::int as times from ledger_entry e
         where e.obligation_id = o.id and e.is_current and e.occurrence_due_on = c.due_on) r
       where o.id = any($1) order by o.id, c.due_on`,
      [obligations],
    );
    return rows.map((row) => hydrate(ObligationOccurrence, row));
  },
  (occurrence) => occurrence.obligationId,
);
