import { responsibilityColumns, targetColumns, taskColumns } from '../columns';
import { regroup } from '../../platform/graphql';
import type { Responsibility } from '../responsibility';
import { toTask } from '../rows';
import type { Target } from '../target';
import type { PlanContent } from './plan-content';
import type { ResponsibilityContent, TargetContent, TaskContent } from './task-content';

/** Runs a statement; whose connection it is decides what it may see. */
export type RowSource = <T>(sql: string, params: readonly unknown[]) => Promise<T[]>;

/** A task as it is kept, with its key. */
export type KeptTask = TaskContent & { id: number };

export interface KeptContent extends PlanContent {
  tasks: KeptTask[];
}

/** What a plan says as it is kept now, corrections and all. Null where there is none that the connection may see. */
export async function loadContent(rows: RowSource, planId: number): Promise<KeptContent | null> {
  const [plan] = await rows<KeptContent['plan']>(
    `select title, document_number as "documentNumber", kind, issuer_text as issuer, issued_on as "issuedOn", year, remarks, disclosure
     from plan where id = $1`,
    [planId],
  );
  if (!plan) return null;
  const basis = await rows<PlanContent['plan']['basis'][number]>(
    'select title, document_number as "documentNumber" from plan_basis where plan_id = $1 order by position',
    [planId],
  );
  const annexes = await rows<PlanContent['annexes'][number]>(
    'select number, title, kind, entries from annex where plan_id = $1 order by position',
    [planId],
  );
  return { plan: { ...plan, basis }, tasks: await loadTasks(rows, planId), annexes };
}

async function loadTasks(rows: RowSource, planId: number): Promise<KeptTask[]> {
  const tasks = await rows<object & { path: string[] | null }>(
    `select ${taskColumns}, c.path from task t left join category c on c.id = t.category_id where t.plan_id = $1 and t.ended_on is null order by t.number`,
    [planId],
  );
  const bodies = await rows<NamedRow>(
    `select ${responsibilityColumns}, g.expression as "group", u.name as "unitName", r.stable_id as "regionCode"
     from responsibility b left join unit_group g on g.id = b.group_id left join unit u on u.id = b.unit_id left join region r on r.id = u.region_id
     where b.plan_id = $1 order by b.task_id, b.position`,
    [planId],
  );
  const targets = await rows<Target>(`select ${targetColumns} from target x where x.plan_id = $1 order by x.task_id, x.position`, [planId]);
  const kept = tasks.map(({ path, ...row }) => ({ task: toTask(row), path }));
  const ids = kept.map(({ task }) => task.id);
  const bodiesOf = regroup(ids, bodies, ({ taskId }) => taskId);
  const targetsOf = regroup(ids, targets, ({ taskId }) => taskId);
  return kept.map(({ task, path }, at) => ({
    id: task.id,
    number: task.number,
    printedNumber: task.printedNumber,
    categoryPath: path ?? [],
    text: task.text,
    responsibleText: task.responsibleText,
    leadOfficial: task.leadOfficial,
    openEnded: task.openEnded,
    deadline: { ...task.deadline },
    responsibilities: bodiesOf[at]!.map(toResponsibilityContent),
    targets: targetsOf[at]!.map(toTargetContent),
    source: {
      page: task.sourcePage,
      row: task.sourceRow,
      line: task.sourceLine,
      lineEnd: task.sourceLineEnd,
      text: task.sourceText,
    },
  }));
}

type NamedRow = Responsibility & { group: string | null; unitName: string | null; regionCode: string | null };

function toResponsibilityContent(row: NamedRow): ResponsibilityContent {
  const { phrase, role, mode, printedUnit, group, rule, unitName, regionCode } = row;
  const body = unitName === null || regionCode === null ? {} : { body: { regionCode, name: unitName } };
  return { phrase, role, mode, unit: printedUnit, group, ...body, rule };
}

function toTargetContent({ metric, comparator, value, unit, period, dueOn, actor, phrase, rule }: Target): TargetContent {
  return { metric, comparator, value, unit, period, dueOn, actor, phrase, rule };
}
