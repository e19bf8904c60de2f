import { Arg, Args, Authorized, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  ConnectionArgs,
  connectionOf,
  Public,
  readKey,
  runCommand,
  UserError,
  type Page,
  type RequestContext,
} from '../../platform/graphql';
import { Plan, planByKey } from '../../plans';
import { answerProblem } from './answer-problem';
import { ProblemReceipt } from './problem-receipt';
import { ProblemReport } from './problem-report';
import { AnswerProblemReportInput, ProblemReportFilter } from './problem-report.inputs';
import { findProblemReceipt, listProblemReports, problemReportByKey, reportReaders } from './problem-report.read-model';

const ProblemReportConnection = connectionOf(ProblemReport, 'problem report');

@ObjectType({ simpleResolvers: true, description: 'What came of an answer. (答复结果)' })
class AnswerProblemReportPayload {
  @Field(() => ProblemReport, { nullable: true, description: 'The report as it is now; null where the answer was refused. (问题反馈)' })
  problemReport!: ProblemReport | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver(() => ProblemReport)
export class ProblemReportResolver {
  @Authorized(...reportReaders)
  @Query(() => ProblemReportConnection, { description: 'What readers reported, the latest first. (问题反馈列表)' })
  problemReports(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => ProblemReportFilter, { nullable: true, description: 'Which; all where omitted. (筛选)' })
    filterBy: ProblemReportFilter | null,
  ): Promise<Page<ProblemReport>> {
    return listProblemReports(context, args, filterBy);
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan that it is about, itself or by a task or file; null for none. (要点)',
  })
  plan(@Root() { planId }: ProblemReport, @Ctx() context: RequestContext): Promise<Plan | null> | null {
    return planId === null ? null : planByKey(context).load(planId);
  }

  @Public()
  @Query(() => ProblemReceipt, {
    nullable: true,
    description: 'The receipt of a reported problem, by its number; null where there is none of that number. (反馈回执)',
  })
  problemReceipt(
    @Ctx() context: RequestContext,
    @Arg('number', () => String, { description: 'Its number, in any case, with or without dashes. (回执号)' }) number: string,
  ): Promise<ProblemReceipt | null> {
    return findProblemReceipt(context, number);
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => AnswerProblemReportPayload, {
    description:
      'Answers a report, or answers it anew, and erases how to reach the reader. CONFLICT where it has changed since it was read. (答复问题反馈)',
  })
  async answerProblemReport(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerProblemReportInput, { description: 'Which report, and the answer. (输入)' }) input: AnswerProblemReportInput,
  ): Promise<AnswerProblemReportPayload> {
    const id = readKey(input.reportId, 'ProblemReport');
    const { userErrors } = await runCommand(context, 'answerProblemReport', input, async (manager, { subject }) => {
      await answerProblem(manager, id, input, subject);
      return { id };
    });
    return { problemReport: userErrors.length > 0 ? null : await problemReportByKey(context).load(id), userErrors };
  }
}
