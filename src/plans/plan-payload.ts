import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../platform/graphql';
import { Plan } from './plan';

@ObjectType({ simpleResolvers: true, description: 'What came of a change of a plan. (操作结果)' })
export class PlanPayload {
  @Field(() => Plan, { nullable: true, description: 'The plan as it is now; null where the change was refused. (要点)' })
  plan!: Plan | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}
