import { Arg, Authorized, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { DateScalar, listCost, Public, runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { Obligation } from '../../plans';
import { obligationByKey } from '../obligations/obligation.loaders';
import { DeadlineExtension } from './deadline-extension';
import { decideExtension, requestExtension } from './extension.commands';
import { DecideExtensionInput, RequestExtensionInput } from './extension.inputs';
import { extensionByKey, extensionsOf, reschedulingOf } from './extension.loaders';

@ObjectType({ simpleResolvers: true, description: 'What came of a request to put a date off. (延期结果)' })
class ExtensionPayload {
  @Field(() => DeadlineExtension, { nullable: true, description: 'The request as it is now; null where it was refused. (延期申请)' })
  extension!: DeadlineExtension | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

async function payload(
  context: RequestContext,
  { result, userErrors }: { result: { extensionKey: number } | null; userErrors: UserError[] },
): Promise<ExtensionPayload> {
  return { extension: result && (await extensionByKey(context).load(result.extensionKey)), userErrors };
}

@Resolver(() => DeadlineExtension)
export class DeadlineExtensionResolver {
  @Authorized('REPORTER')
  @Mutation(() => ExtensionPayload, { description: 'Asks to put off the day by which the own unit owes something. (申请延期)' })
  async requestExtension(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestExtensionInput, { description: 'What, until when, and why. (输入)' }) input: RequestExtensionInput,
  ): Promise<ExtensionPayload> {
    return payload(
      context,
      await runCommand(context, 'requestExtension', input, (manager, viewer) => requestExtension(manager, viewer, input)),
    );
  }

  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => ExtensionPayload, {
    description:
      'Decides a request. A granted one changes the day for that unit alone; the old day and the reason stay visible. CONFLICT where it is decided already, or the date has changed since. (审批延期)',
  })
  async decideExtension(
    @Ctx() context: RequestContext,
    @Arg('input', () => DecideExtensionInput, { description: 'Which request, and the decision. (输入)' }) input: DecideExtensionInput,
  ): Promise<ExtensionPayload> {
    return payload(
      context,
      await runCommand(context, 'decideExtension', input, (manager, viewer) => decideExtension(manager, viewer, input)),
    );
  }

  @Public()
  @FieldResolver(() => Obligation, { description: 'The obligation. (台账责任项)' })
  obligation(@Root() extension: DeadlineExtension, @Ctx() context: RequestContext): Promise<Obligation | null> {
    return obligationByKey(context).load(extension.obligationId);
  }
}

@Resolver(() => Obligation)
export class ObligationExtensionsResolver {
  @Public()
  @listCost(1)
  @FieldResolver(() => [DeadlineExtension], {
    description: 'Requests to put the date off, the earliest first; the public sees those granted. (延期记录)',
  })
  extensions(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<DeadlineExtension[]> {
    return extensionsOf(context).load(obligation.id);
  }

  @Public()
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Day by which it was due before it was put off; `dueOn` where it was not; null where there is none. (原定截止日期)',
  })
  async originalDueOn(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<string | null> {
    return reschedulingOf(obligation, await extensionsOf(context).load(obligation.id))?.from ?? obligation.dueOn;
  }

  @Public()
  @FieldResolver(() => DateScalar, { nullable: true, description: 'Day to which it was put off; null where it was not. (延至日期)' })
  async rescheduledTo(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<string | null> {
    return reschedulingOf(obligation, await extensionsOf(context).load(obligation.id)) && obligation.dueOn;
  }

  @Public()
  @FieldResolver(() => String, { nullable: true, description: 'Why it was put off, as the unit says; null where it was not. (延期理由)' })
  async rescheduleReason(@Root() obligation: Obligation, @Ctx() context: RequestContext): Promise<string | null> {
    return reschedulingOf(obligation, await extensionsOf(context).load(obligation.id))?.reason ?? null;
  }
}
