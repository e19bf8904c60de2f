import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readKey, runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { Evaluation } from './evaluation';
import { recordEvaluation } from './evaluation.commands';
import { DefineEvaluationSchemeInput, RecordEvaluationInput, WithdrawEvaluationInput } from './evaluation.inputs';
import { evaluationByKey, schemeByKey } from './evaluation.loaders';
import { EvaluationScheme } from './evaluation-scheme';
import { defineEvaluationScheme } from './scheme.commands';
import { withdrawEvaluation } from './withdraw-evaluation.commands';

@ObjectType({ simpleResolvers: true, description: 'What came of writing down a scheme. (操作结果)' })
class EvaluationSchemePayload {
  @Field(() => EvaluationScheme, { nullable: true, description: 'The scheme; null where it was refused. (指标体系)' })
  scheme!: EvaluationScheme | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'What came of recording an evaluation. (操作结果)' })
class EvaluationPayload {
  @Field(() => Evaluation, { nullable: true, description: 'The evaluation; null where it was refused. (考核评估)' })
  evaluation!: Evaluation | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class EvaluationMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => EvaluationSchemePayload, {
    description: 'Writes down a scheme of indicators, which is never changed: another one is written instead. (制定指标体系)',
  })
  async defineEvaluationScheme(
    @Ctx() context: RequestContext,
    @Arg('input', () => DefineEvaluationSchemeInput, { description: 'Its indicators. (输入)' }) input: DefineEvaluationSchemeInput,
  ): Promise<EvaluationSchemePayload> {
    const { result, userErrors } = await runCommand(context, 'defineEvaluationScheme', input, (manager, { subject }) =>
      defineEvaluationScheme(manager, input, subject),
    );
    return { scheme: result && (await schemeByKey(context).load(result.schemeId)), userErrors };
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => EvaluationPayload, {
    description:
      'Records the score of a unit, or a corrected version of it. It is public once it has passed its review (`submitForReview`). CONFLICT where a later version stands, or the one to be corrected is in review. (录入考核评估)',
  })
  async recordEvaluation(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecordEvaluationInput, { description: 'Who, by what, and how. (输入)' }) input: RecordEvaluationInput,
  ): Promise<EvaluationPayload> {
    const { result, userErrors } = await runCommand(context, 'recordEvaluation', input, (manager, { subject }) =>
      recordEvaluation(manager, input, subject),
    );
    return { evaluation: result && (await evaluationByKey(context).load(result.evaluationId)), userErrors };
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => EvaluationPayload, {
    description: 'Takes an evaluation away from the public; its approvals are void. CONFLICT where it is not public. (撤回考核评估)',
  })
  async withdrawEvaluation(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawEvaluationInput, { description: 'Which evaluation, and why. (输入)' }) input: WithdrawEvaluationInput,
  ): Promise<EvaluationPayload> {
    const key = readKey(input.evaluationId, 'Evaluation');
    const { userErrors } = await runCommand(context, 'withdrawEvaluation', input, async (manager, { subject }) => {
      await withdrawEvaluation(manager, key, subject, input.reason);
      return { key };
    });
    return { evaluation: userErrors.length > 0 ? null : await evaluationByKey(context).load(key), userErrors };
  }
}
