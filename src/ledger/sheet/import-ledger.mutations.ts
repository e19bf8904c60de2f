import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import {
  CommandInput,
  CommandRefusal,
  forbidden,
  listCost,
  readKey,
  runCommand,
  unauthenticated,
  UserError,
  type RequestContext,
  type Viewer,
} from '../../platform/graphql';
import { entryByKey } from '../entries/entry.loaders';
import { LedgerEntry } from '../entries/ledger-entry';
import { readLedger, reportLedger } from './import-ledger.commands';
import { SheetProblem } from './sheet-problem';

@InputType({ description: 'A ledger that a unit filled in. (导入台账表)' })
class ImportLedgerInput extends CommandInput {
  @Field({ description: 'What `POST /uploads` answered for the file: .xlsx, or .csv with the same columns. (上传标识)' })
  uploadId!: string;

  @Field(() => ID, { nullable: true, description: "The unit whose ledger it is; the caller's own where omitted. (单位标识)" })
  unitId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Check only: nothing is written, whatever is found. (仅检查)' })
  dryRun!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also put every report before its reviewers, as `submitForReview` does. (同时送审)',
  })
  submit!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'What came of importing a ledger. (导入结果)' })
class ImportLedgerPayload {
  @Field(() => Int, {
    description: 'Rows that report something new: written, or with `dryRun` to be written; 0 where it was refused. (填报行数)',
  })
  reportedCount!: number;

  @Field(() => Int, {
    description: 'Rows left blank, or as they were downloaded, which report nothing; 0 where it was refused. (未变行数)',
  })
  unchangedCount!: number;

  @listCost(50)
  @Field(() => [LedgerEntry], { description: 'What was written, in the order of the rows; empty with `dryRun`. (填报)' })
  entries!: LedgerEntry[];

  @listCost(1)
  @Field(() => [SheetProblem], { description: 'What is wrong, cell by cell; a single one refuses the whole. (错误)' })
  problems!: SheetProblem[];

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

interface Imported {
  entryKeys: number[];
  reportedCount: number;
  unchangedCount: number;
}

@Resolver()
export class ImportLedgerMutations {
  @Authorized('REPORTER')
  @Mutation(() => ImportLedgerPayload, {
    description:
      'Reports what a unit filled in into its ledger (`GET /ledger.xlsx`), all of it or nothing: each changed row as `reportProgress` would, as a draft for review. (导入台账表)',
  })
  async importLedger(
    @Ctx() context: RequestContext,
    @Arg('input', () => ImportLedgerInput, { description: 'Which file, and what to do with it. (输入)' }) input: ImportLedgerInput,
  ): Promise<ImportLedgerPayload> {
    const problems: SheetProblem[] = [];
    const run = (manager: EntityManager, viewer: Viewer) => importLedger(manager, viewer, input, problems);
    const { result, userErrors } = input.dryRun ? await onlyCheck(context, run) : await runCommand(context, 'importLedger', input, run);
    const { entryKeys = [], reportedCount = 0, unchangedCount = 0 } = result ?? {};
    const entries = await Promise.all(entryKeys.map((key) => entryByKey(context).load(key)));
    return { reportedCount, unchangedCount, entries: entries.filter((entry) => entry !== null), problems, userErrors };
  }
}

async function importLedger(
  manager: EntityManager,
  viewer: Viewer,
  { uploadId, unitId, dryRun, submit }: ImportLedgerInput,
  problems: SheetProblem[],
): Promise<Imported> {
  const unitKey = unitId == null ? viewer.unitKey : readKey(unitId, 'Unit');
  if (unitKey === null) throw forbidden('Only a reporter of a unit may do this. / 只有单位的填报人可以操作。');
  const sheet = await readLedger(manager, viewer, { uploadId, unitKey });
  problems.push(...sheet.problems);
  if (problems.length > 0)
    throw new CommandRefusal(
      'SHEET_HAS_ERRORS',
      `表中有 ${problems.length} 处错误，未作任何填报；请按 problems 逐格改正后重新上传。 The sheet has ${problems.length} errors and nothing was reported: correct the cells named in \`problems\` and upload it again.`,
      ['uploadId'],
    );
  const entryKeys = dryRun ? [] : await reportLedger(manager, viewer, unitKey, sheet, submit);
  return { entryKeys, reportedCount: sheet.reports.length, unchangedCount: sheet.unchangedCount };
}

/** Runs a command that writes nothing, without claiming its idempotency key. */
async function onlyCheck<R>(
  { transact, viewer }: RequestContext,
  run: (manager: EntityManager, viewer: Viewer) => Promise<R>,
): Promise<{ result: R | null; userErrors: UserError[] }> {
  if (!transact || !viewer) throw unauthenticated();
  try {
    return { result: await transact((manager) => run(manager, viewer)), userErrors: [] };
  } catch (error) {
    if (error instanceof CommandRefusal) return { result: null, userErrors: [error.toUserError()] };
    throw error;
  }
}
