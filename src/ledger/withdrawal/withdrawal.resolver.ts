import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { listCost, Public, type RequestContext } from '../../platform/graphql';
import { Obligation } from '../../plans';
import { Unit } from '../../units';
import { Withdrawal } from './withdrawal';
import { withdrawnEntriesOf, withdrawnEvaluationsOf } from './withdrawal.loaders';

@Resolver(() => Obligation)
export class ObligationWithdrawalsResolver {
  @Public()
  @listCost(2)
  @FieldResolver(() => [Withdrawal], {
    description: 'Entries that were public and were taken away, the latest first: when and why, nothing of what they said. (已撤回的填报)',
  })
  withdrawnEntries(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<Withdrawal[]> {
    return withdrawnEntriesOf(context).load(obligation.id);
  }
}

@Resolver(() => Unit)
export class UnitWithdrawalsResolver {
  @Public()
  @listCost(2)
  @FieldResolver(() => [Withdrawal], {
    description:
      'Evaluations of it that were public and were taken away, the latest first: when and why, nothing of their scores. (已撤回的评估)',
  })
  withdrawnEvaluations(@Root() unit: Unit, @Ctx() context: RequestContext): Promise<Withdrawal[]> {
    return withdrawnEvaluationsOf(context).load(unit.id);
  }
}
