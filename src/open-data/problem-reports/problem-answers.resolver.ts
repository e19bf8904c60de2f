import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import { ConnectionArgs, connectionOf, Public, type Page, type RequestContext } from '../../platform/graphql';
import { Plan, SourceDocument, Task } from '../../plans';
import { Region } from '../../regions';
import { Unit } from '../../units';
import { Release } from '../release';
import { ProblemReceipt } from './problem-receipt';
import { listProblemAnswers } from './problem-report.read-model';

const ProblemReceiptConnection = connectionOf(ProblemReceipt, 'problem receipt');

/** `problemAnswers` on each type of record that problems are reported about. */
export const problemAnswerResolvers = [Plan, Task, Unit, Region, SourceDocument, Release].map(problemAnswersOf);

function problemAnswersOf(type: ClassType<{ id: number }>): new () => object {
  @Resolver(() => type)
  class ProblemAnswersResolver {
    @Public()
    @FieldResolver(() => ProblemReceiptConnection, {
      description: 'What was answered to problems that readers reported about it, the latest first; rejected ones left out. (问题答复)',
    })
    problemAnswers(
      @Root() { id }: { id: number },
      @Ctx() context: RequestContext,
      @Args(() => ConnectionArgs) args: ConnectionArgs,
    ): Page<ProblemReceipt> {
      return listProblemAnswers(context, { typeName: type.name, key: id }, args);
    }
  }
  return ProblemAnswersResolver;
}
