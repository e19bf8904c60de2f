import { IsNotEmpty, MaxLength } from 'class-validator';
import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { CommandInput, readKey, runCommand, UserError, type RequestContext } from '../../platform/graphql';
import { reportProgress } from './entry.commands';
import { ReportProgressInput } from './entry.inputs';
import { entryByKey } from './entry.loaders';
import { LedgerEntry } from './ledger-entry';
import { publishEntry, withdrawEntry } from './entry-override.commands';

@InputType({ description: 'An entry to be made public without its stages of review. (直接公开填报)' })
class PublishEntryInput extends CommandInput {
  @Field(() => ID, { description: 'The entry. (填报标识)' })
  entryId!: string;

  @Field({ description: 'Why; shown to the public with the entry; at most 2,000 characters. (理由，向社会公开)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@InputType({ description: 'An entry to be taken away. (撤回填报)' })
class WithdrawEntryInput extends CommandInput {
  @Field(() => ID, { description: 'The entry. (填报标识)' })
  entryId!: string;

  @Field({ description: 'Why; the public reads it. At most 2,000 characters. (理由，对外公开)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of a report. (填报结果)' })
class LedgerEntryPayload {
  @Field(() => LedgerEntry, { nullable: true, description: 'The entry as it is now; null where it was refused. (填报)' })
  entry!: LedgerEntry | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

async function payload(
  context: RequestContext,
  { result, userErrors }: { result: { entryKey: number } | null; userErrors: UserError[] },
): Promise<LedgerEntryPayload> {
  return { entry: result && (await entryByKey(context).load(result.entryKey)), userErrors };
}

@Resolver()
export class EntryMutations {
  @Authorized('REPORTER')
  @Mutation(() => LedgerEntryPayload, {
    description:
      'Reports on an obligation of the own unit, as a draft for review (`submitForReview`). An earlier entry on the same period is superseded: it stays public until this one is. (填报进展)',
  })
  async reportProgress(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReportProgressInput, { description: 'What is reported. (输入)' }) input: ReportProgressInput,
  ): Promise<LedgerEntryPayload> {
    return payload(
      context,
      await runCommand(context, 'reportProgress', input, (manager, viewer) => reportProgress(manager, viewer, input)),
    );
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => LedgerEntryPayload, {
    description:
      'Makes an entry public without its stages of review: an override, of which the reason is shown. Never by who reported it. CONFLICT where it cannot become public. (直接公开填报)',
  })
  async publishEntry(
    @Ctx() context: RequestContext,
    @Arg('input', () => PublishEntryInput, { description: 'Which entry, and why. (输入)' }) input: PublishEntryInput,
  ): Promise<LedgerEntryPayload> {
    const key = readKey(input.entryId, 'LedgerEntry');
    return payload(
      context,
      await runCommand(context, 'publishEntry', input, (manager, viewer) => publishEntry(manager, viewer, key, input.reason)),
    );
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => LedgerEntryPayload, {
    description:
      'Takes a public entry away, however it became public; the one before it on the same period counts again. CONFLICT where it is not public. (撤回填报)',
  })
  async withdrawEntry(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawEntryInput, { description: 'Which entry, and why. (输入)' }) input: WithdrawEntryInput,
  ): Promise<LedgerEntryPayload> {
    const key = readKey(input.entryId, 'LedgerEntry');
    return payload(
      context,
      await runCommand(context, 'withdrawEntry', input, (manager, viewer) => withdrawEntry(manager, viewer, key, input.reason)),
    );
  }
}
