import { Entity, PrimaryColumn } from 'typeorm';

/** Two tasks of which a person said that the one does not come from the other; they are not proposed again. */
@Entity()
export class RefusedPair {
  @PrimaryColumn('integer', { name: 'plan_derivation_id' })
  planDerivationId!: number;

  @PrimaryColumn('integer', { name: 'upper_task_id' })
  upperTaskId!: number;

  @PrimaryColumn('integer', { name: 'lower_task_id' })
  lowerTaskId!: number;
}
