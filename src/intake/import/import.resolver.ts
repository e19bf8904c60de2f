import { Arg, Authorized, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import {
  CommandInput,
  CommandRefusal,
  describeEnum,
  listCost,
  readKey,
  runCommand,
  UserError,
  type RequestContext,
} from '../../platform/graphql';
import { Plan, planByKey, UnitMatch, unitMatchesOfPlan } from '../../plans';
import { parseApart } from '../parse-apart';
import { DocumentRefused } from '../work-apart';
import { findUpload } from '../upload/upload.commands';
import { importPlan } from './import-plan';
import { ImportRefusal } from './import-refusal';

export const ProblemSeverity = describeEnum('ProblemSeverity', 'How grave a problem of a reading is. (问题程度)', {
  ERROR: 'Something could not be read. (错误)',
  WARNING: 'Something is doubtful. (存疑)',
  INFO: 'Something to know. (提示)',
});

@ObjectType({ simpleResolvers: true, description: 'What is doubtful in the reading of a document. (读取中的问题)' })
export class ImportProblem {
  @Field(() => ProblemSeverity, { description: 'How grave it is. (程度)' })
  severity!: keyof typeof ProblemSeverity;

  @Field({ description: 'Code for programs, such as DEADLINE_UNREAD. (代码)' })
  code!: string;

  @Field({ description: 'What is the matter, in Chinese and English. (说明)' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'Where, such as a line or a task; null for the whole document. (位置)' })
  at!: string | null;
}

@InputType({ description: 'A document to be imported. (导入文件)' })
export class ImportPlanInput extends CommandInput {
  @Field({ description: 'What `POST /uploads` answered for the file. (上传标识)' })
  uploadId!: string;

  @Field({ description: 'Code of the issuing region, or stable id of a zone. (发文区域代码)' })
  regionCode!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of an import. (导入结果)' })
export class ImportPlanPayload {
  @Field(() => Plan, {
    nullable: true,
    description: 'The draft, or the plan that was here before; null where the import was refused. (要点)',
  })
  plan!: Plan | null;

  @Field({ description: 'Whether a new draft was made; false where this file, or its document number, was here before. (是否新建)' })
  created!: boolean;

  @Field(() => Int, { description: 'Tasks read. (任务数)' })
  taskCount!: number;

  @Field(() => [String], { description: 'Names of units that were new. (新建单位)' })
  createdUnits!: string[];

  @listCost(40)
  @Field(() => [UnitMatch], {
    description: 'Which units the printed names were taken for, those that wait for a person first; empty where it was refused. (单位对应)',
  })
  unitMatches!: UnitMatch[];

  @Field(() => [ImportProblem], { description: 'What is doubtful. (问题)' })
  problems!: ImportProblem[];

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class ImportResolver {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => ImportPlanPayload, {
    description: 'Reads an uploaded document and writes it as a draft plan, all of it or nothing. (导入要点)',
  })
  async importPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => ImportPlanInput, { description: 'Which file, and whose. (输入)' }) input: ImportPlanInput,
  ): Promise<ImportPlanPayload> {
    const { result, userErrors } = await runCommand(context, 'importPlan', input, (manager, { subject }) =>
      importUpload(manager, input, subject),
    );
    if (!result) return { plan: null, created: false, taskCount: 0, createdUnits: [], unitMatches: [], problems: [], userErrors };
    const planKey = readKey(result.planId, 'Plan');
    const plan = await planByKey(context).load(planKey);
    return {
      plan,
      created: result.created,
      taskCount: result.tasks,
      createdUnits: result.createdUnits,
      unitMatches: await unitMatchesOfPlan(context).load(planKey),
      problems: result.problems,
      userErrors,
    };
  }
}

async function importUpload(manager: EntityManager, { uploadId, regionCode }: ImportPlanInput, actor: string) {
  const { fileName, content } = await findUpload(manager, uploadId, actor);
  try {
    const parsed = await parseApart(content, fileName);
    const outcome = await importPlan(manager, { parsed, content, regionCode, publish: false, actor });
    return { ...outcome, tasks: outcome.tasks.length };
  } catch (error) {
    throw refused(error);
  }
}

function refused(error: unknown): unknown {
  if (error instanceof DocumentRefused) return new CommandRefusal('UNREADABLE_DOCUMENT', error.message, ['uploadId']);
  if (error instanceof ImportRefusal) {
    return new CommandRefusal(error.exitCode === 3 ? 'NO_TASKS' : 'NO_REGION', error.message, [
      error.exitCode === 3 ? 'uploadId' : 'regionCode',
    ]);
  }
  return error;
}
