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
import { Plan, planByKey, PlanVersion, planVersionByKey, UnitMatch, unitMatchesOfPlan } from '../../plans';
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
    description: 'The draft, or the plan of which this is a version; null where the import was refused. (要点)',
  })
  plan!: Plan | null;

  @Field({ description: 'Whether a new draft was made; false where the plan was here before. (是否新建)' })
  created!: boolean;

  @Field(() => PlanVersion, {
    nullable: true,
    description:
      'The version that the file is: in force where the plan is a draft, PENDING beside a public plan until `publishPlan`; `diff` says what it changes. Null where the import was refused. (版本)',
  })
  version!: PlanVersion | null;

  @Field({ description: 'Whether the version was read in now; false where this very file was here before. (是否新版本)' })
  versionCreated!: boolean;

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

const nothing = {
  ...{ plan: null, created: false, version: null, versionCreated: false },
  ...{ taskCount: 0, createdUnits: [], unitMatches: [], problems: [] },
};

@Resolver()
export class ImportResolver {
  @Authorized('PLANNER', 'ADMINISTRATOR')
  @Mutation(() => ImportPlanPayload, {
    description:
      'Reads an uploaded document and writes it as a draft plan, all of it or nothing. Another document of a plan that is here, recognised by its bytes, its number, or title, year and region, becomes a version of it. (导入要点)',
  })
  async importPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => ImportPlanInput, { description: 'Which file, and whose. (输入)' }) input: ImportPlanInput,
  ): Promise<ImportPlanPayload> {
    const { result, userErrors } = await runCommand(context, 'importPlan', input, (manager, { subject }) =>
      importUpload(manager, input, subject),
    );
    if (!result) return { ...nothing, userErrors };
    const { planId, versionKey, created, versionCreated, taskCount, createdUnits, problems } = result;
    const planKey = readKey(planId, 'Plan');
    return {
      ...{ created, versionCreated, taskCount, createdUnits, problems, userErrors },
      plan: await planByKey(context).load(planKey),
      version: await planVersionByKey(context).load(versionKey),
      unitMatches: await unitMatchesOfPlan(context).load(planKey),
    };
  }
}

async function importUpload(manager: EntityManager, { uploadId, regionCode }: ImportPlanInput, actor: string) {
  const { fileName, content } = await findUpload(manager, uploadId, actor);
  try {
    const parsed = await parseApart(content, fileName);
    const outcome = await importPlan(manager, { parsed, content, regionCode, publish: false, actor });
    const { version, tasks, ...rest } = outcome;
    return { ...rest, taskCount: tasks.length, versionKey: version.versionId, versionCreated: version.isNew };
  } catch (error) {
    throw refused(error);
  }
}

const fieldOf = { NO_TASKS: 'uploadId', NO_REGION: 'regionCode', NUMBER_TAKEN: 'regionCode', FILE_REMOVED: 'uploadId' };

function refused(error: unknown): unknown {
  if (error instanceof DocumentRefused) return new CommandRefusal('UNREADABLE_DOCUMENT', error.message, ['uploadId']);
  if (error instanceof ImportRefusal) return new CommandRefusal(error.code, error.message, [fieldOf[error.code]]);
  return error;
}
