import type { SourceDocumentModel, TableBlock } from '../document';
import type { ParseResult, Problem } from '../reading';
import { readAnnex } from './annex';
import { cleanText } from './clean-text';
import { readFlow, type FlowBlock } from './document-flow';
import { ownAnnex, splitParts, type DocumentParts } from './document-parts';
import { finishTask, type PlanContext } from './finish-task';
import type { FlowParagraph } from './flowed-prose';
import { readOutline } from './outline';
import { readHeader, type HeaderFound } from './plan-header';
import { titleSaysPlan } from './plan-kind';
import { fromTaskSheet, readTables, type TablesRead } from './plan-tables';
import { readProseTasks } from './prose-tasks';
import type { TaskDraft } from './task-draft';

const FIRST_LEADS =
  /(?:排|列)(?:在|名)?(?:第一|首)(?:位|个|名)?的?(?:责任)?(?:单位|部门)?(?:的)?(?:，)?(?:即)?为(?:该项任务的|该项工作的|总)?牵头/;
const DEFAULT_DEADLINE =
  /(?:未(?:注明|明确|标明|列明|规定)(?:完成)?(?:时限|时间|期限)|除.{0,12}(?:注明|明确|规定|要求).{0,6}外|(?:上述|以上|所有|各项|全部|各|本(?:要点|方案|安排|分工表|表).{0,6})(?:工作|任务|事项|重点任务|目标任务)).{0,30}(?:完成|落实|办结)/;
const REPORTS = /报送|上报|报至|报市|报县|报区|报省|反馈/;
/** Chapters of a plan in prose, where its title does not say that it is one. */
const PLAN_CHAPTER = /^(?:重点|主要|工作|具体|目标)?(?:任务|工作内容|措施|举措)$|^(?:重点工作|保障措施|工作保障|任务分工|重点任务及分工)/;
const REPORT_CHAPTER = /政府信息公开申请情况|存在的主要问题及改进情况|行政复议.{0,8}行政诉讼情况|其他需要报告的事项/;

const isTable = (block: FlowBlock): block is TableBlock => block.kind === 'table';
const isParagraph = (block: FlowBlock): block is FlowParagraph => block.kind === 'paragraph';

function sentences(text: string): string[] {
  return text.split(/(?<=[。；])/);
}

/** What stands in the first rows of a table: 责任单位（排第一位的为牵头单位）. */
function headingCells(table: TableBlock): string[] {
  return table.rows.slice(0, 4).flatMap((row) => row.cells.map((cell) => cleanText(cell.text)).filter((text) => text.length <= 80));
}

/** What the whole document says about all of its tasks. */
function contextOf(header: HeaderFound, blocks: readonly FlowBlock[], remarks: readonly string[]): PlanContext {
  const texts = blocks.flatMap((block) => (isTable(block) ? [] : [cleanText(block.text)]));
  const general = [...header.opening, ...remarks, ...texts.filter((text) => /^(?:各|请|上述|以上|未|除|本|以下)/.test(text))];
  const defaults = general.flatMap(sentences).filter((sentence) => DEFAULT_DEADLINE.test(sentence) && !REPORTS.test(sentence));
  return {
    year: header.plan.year,
    issuedOn: header.plan.issuedOn,
    firstLeads: [...texts, ...remarks, ...blocks.filter(isTable).flatMap(headingCells)].some((text) => FIRST_LEADS.test(text)),
    defaultDeadline: defaults[0] ?? null,
  };
}

/** Whether prose without a task table is a plan: its title says so, or its chapters and the units behind its items do. */
function isPlanInProse(title: string | null, body: readonly FlowBlock[], drafts: readonly TaskDraft[]): boolean {
  const texts = body.filter(isParagraph).map(({ text }) => cleanText(text));
  if (texts.some((text) => text.length < 60 && REPORT_CHAPTER.test(text))) return false;
  if (
    drafts.every(
      ({ printedNumber, categoryPath, duty }) => printedNumber === null && categoryPath.length === 0 && duty.responsibleText === null,
    )
  )
    return false;
  const says = titleSaysPlan(title);
  const withUnits = drafts.filter(({ duty, sectionDuty }) => duty.responsibleText !== null || sectionDuty.responsibleText !== null).length;
  if (says !== null) return says || withUnits * 2 > drafts.length;
  const chapters = drafts.some(({ categoryPath }) => categoryPath.some((category) => PLAN_CHAPTER.test(category)));
  return chapters || withUnits * 3 >= drafts.length;
}

interface TasksFound {
  drafts: TaskDraft[];
  problems: Problem[];
}

function chooseTasks(header: HeaderFound, parts: DocumentParts, tables: TablesRead): TasksFound {
  const prose = readProseTasks(readOutline(parts.body.filter(isParagraph)));
  const assigned = prose.filter(({ duty }) => duty.responsibleText !== null).length;
  if (tables.drafts.length > 0 && assigned <= tables.drafts.length * 1.5) return { drafts: tables.drafts, problems: [] };
  if (prose.length > 0 && isPlanInProse(header.plan.title, parts.body, prose)) return { drafts: prose, problems: [] };
  if (tables.drafts.length > 0) return { drafts: tables.drafts, problems: [] };
  const message = '文件可以读取，但不是分解任务的计划。 The document was read, but it is no plan that sets tasks.';
  return { drafts: [], problems: [{ severity: 'ERROR', code: 'NOT_A_PLAN', message, at: null }] };
}

/** Units missing throughout are the document's way; missing for some tasks, they may have been overlooked. */
function missingUnits(result: Pick<ParseResult, 'tasks'>): Problem[] {
  const without = result.tasks.filter((task) => task.responsibilities.length === 0 && task.responsibleText === null);
  if (without.length === 0 || without.length === result.tasks.length) return [];
  return without.map((task) => ({
    severity: 'WARNING',
    code: 'UNITS_MISSING',
    message: '该任务没有责任单位，请核对原文。 The task has no responsible unit; check the source.',
    at: `task ${task.number}`,
  }));
}

/**
 * The header, and the blocks from which on it was read: the sheet of the first tasks names the plan; only where it does
 * not may a cover sheet before it.
 */
function readPlanHeader(blocks: readonly FlowBlock[], tables: TablesRead): { header: HeaderFound; blocks: readonly FlowBlock[] } {
  const titles = [...tables.tables.values()][0]?.titles ?? [];
  const own = fromTaskSheet(blocks, tables.tables);
  const header = readHeader(own, titles);
  const { title } = header.plan;
  if (own.length === blocks.length || (title !== null && !tables.areas.includes(title))) return { header, blocks: own };
  const cover = readHeader(blocks, titles);
  return titleSaysPlan(cover.plan.title) === true ? { header: cover, blocks } : { header, blocks: own };
}

/** Understands a document that a reader has read: its attributes, tasks and annexes. Nothing is resolved or stored. */
export function parsePlan(document: SourceDocumentModel): Omit<ParseResult, 'source'> {
  const { blocks, problems } = readFlow(document);
  const tables = readTables(blocks);
  const { header, blocks: own } = readPlanHeader(blocks, tables);
  const parts = splitParts(own, header.bodyStart);
  const remarks = [...parts.remarks, ...[...tables.tables.values()].flatMap((table) => table.remarks)];
  const context = contextOf(header, blocks, remarks);
  const found = chooseTasks(header, parts, tables);
  const finished = found.drafts.map((draft, index) => finishTask(draft, index + 1, context));
  const tasks = finished.map(({ task }) => task);
  const isTaskTable = (block: FlowBlock): boolean => isTable(block) && tables.tables.has(block);
  const whole = tasks.length > 0 ? ownAnnex(own, header.bodyStart, header.plan.title) : null;
  return {
    plan: { ...header.plan, remarks },
    tasks,
    annexes: [
      ...(whole === null ? [] : [readAnnex(whole, true)]),
      ...parts.annexes.map((part) => readAnnex(part, part.blocks.some(isTaskTable))),
    ],
    problems: [
      ...problems,
      ...header.problems,
      ...found.problems,
      ...finished.flatMap(({ problems }) => problems),
      ...missingUnits({ tasks }),
    ],
  };
}
