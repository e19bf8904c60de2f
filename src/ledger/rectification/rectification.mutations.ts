import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { runCommand, UserError, type CommandInput, type RequestContext, type Viewer } from '../../platform/graphql';
import { Rectification } from './rectification';
import { closeRectification, openRectification, recordMeasures, reopenRectification } from './rectification.commands';
import {
  CloseRectificationInput,
  OpenRectificationInput,
  RecordRectificationMeasuresInput,
  ReopenRectificationInput,
} from './rectification.inputs';
import { rectificationByKey } from './rectification.read-model';

@ObjectType({ simpleResolvers: true, description: 'What came of a step about a finding. (操作结果)' })
class RectificationPayload {
  @Field(() => Rectification, { nullable: true, description: 'The finding as it is now; null where the step was refused. (整改问题)' })
  rectification!: Rectification | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class RectificationMutations {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => RectificationPayload, { description: 'Opens a finding about a unit, which has to act by a day. (整改立项)' })
  openRectification(
    @Ctx() context: RequestContext,
    @Arg('input', () => OpenRectificationInput, { description: 'What was found, and about whom. (输入)' }) input: OpenRectificationInput,
  ): Promise<RectificationPayload> {
    return step(context, 'openRectification', input, openRectification);
  }

  @Authorized('REPORTER')
  @Mutation(() => RectificationPayload, {
    description: 'Reports what the unit did about a finding, which then waits for its check. CONFLICT where it is not open. (报告整改)',
  })
  recordRectificationMeasures(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecordRectificationMeasuresInput, { description: 'Which finding, and what was done. (输入)' })
    input: RecordRectificationMeasuresInput,
  ): Promise<RectificationPayload> {
    return step(context, 'recordRectificationMeasures', input, recordMeasures);
  }

  @Authorized('REVIEWER')
  @Mutation(() => RectificationPayload, {
    description:
      'Checks what was done and closes the finding, or gives it back to the unit. Nobody checks what they reported. CONFLICT where it does not wait for its check, unless `measures` says what the check saw. (复核销号)',
  })
  closeRectification(
    @Ctx() context: RequestContext,
    @Arg('input', () => CloseRectificationInput, { description: 'Which finding, and what the check found. (输入)' })
    input: CloseRectificationInput,
  ): Promise<RectificationPayload> {
    return step(context, 'closeRectification', input, closeRectification);
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => RectificationPayload, { description: 'Opens a closed finding again. CONFLICT where it is not closed. (重新整改)' })
  reopenRectification(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReopenRectificationInput, { description: 'Which finding, and why. (输入)' }) input: ReopenRectificationInput,
  ): Promise<RectificationPayload> {
    return step(context, 'reopenRectification', input, reopenRectification);
  }
}

async function step<I extends CommandInput>(
  context: RequestContext,
  command: string,
  input: I,
  take: (manager: EntityManager, viewer: Viewer, input: I) => Promise<{ rectificationId: number }>,
): Promise<RectificationPayload> {
  const { result, userErrors } = await runCommand(context, command, input, (manager, viewer) => take(manager, viewer, input));
  return { rectification: result && (await rectificationByKey(context).load(result.rectificationId)), userErrors };
}
