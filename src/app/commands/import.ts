import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';
import { importDocument, ImportRefusal, UnreadableDocumentError, type ImportOutcome, type TaskReading } from '../../intake';
import type { Config } from '../../platform/config';
import { openDatabase } from '../../platform/database';
import { CommandRefusal } from '../../platform/graphql';
import { ExpectedFailure, exitCode } from '../../platform/lifecycle';
import { databaseSchema } from '../database-schema';
import { seed } from '../seed';

export interface ImportOptions {
  region: string;
  publish?: true;
  dryRun?: true;
}

/** Ends the transaction of a dry run with nothing kept. */
class DryRun extends Error {}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Reads a document and writes it as one plan, all of it or nothing; says what it made and what is doubtful. */
export async function importFile(config: Config, file: string, options: ImportOptions): Promise<void> {
  const database = await openDatabase(config, databaseSchema, { say: (line) => process.stderr.write(`${line}\n`), withoutTimeLimit: true });
  let outcome: ImportOutcome | undefined;
  try {
    await seed(database);
    await database.owner.transaction(async (manager) => {
      outcome = await importDocument(manager, file, {
        regionCode: options.region,
        publish: options.publish ?? false,
        actor: 'gongkai import',
      });
      if (options.dryRun) throw new DryRun();
    });
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw new ExpectedFailure(error.message, exitCode.unreadable);
    if (error instanceof CommandRefusal) throw new ExpectedFailure(error.message, exitCode.failed);
    if (error instanceof ImportRefusal) throw new ExpectedFailure(error.message, error.exitCode);
    if (!(error instanceof DryRun)) throw error;
  } finally {
    await database.close();
  }
  if (outcome) print(outcome, options);
}

function print(outcome: ImportOutcome, { dryRun }: ImportOptions): void {
  if (dryRun) say(preview(outcome.tasks));
  const state = dryRun ? '未写入 nothing written' : outcome.published ? '已公开 PUBLISHED' : '草稿 DRAFT';
  const plan = `${outcome.slug} ${outcome.planId} ${state}`;
  const counts = `任务 tasks ${outcome.tasks.length}，新建单位 new units ${outcome.createdUnits.length}`;
  if (outcome.created) say(`要点 plan ${plan}：${counts}`);
  else if (outcome.version.isNew) sayVersion(outcome, plan, counts);
  else say(`已经收录，内容未改动 already here, its contents unchanged: ${plan}`);
  for (const { severity, code, message, at } of outcome.problems) say(`${severity} ${code}${at === null ? '' : ` (${at})`} ${message}`);
}

/** What a new version changes, one line a change. */
function sayVersion({ version: { number, changes } }: ImportOutcome, plan: string, counts: string): void {
  say(`要点第 ${number} 版 version ${number} of plan ${plan}：${counts}`);
  if (changes.length === 0) say('  与上一版本内容相同 same reading as the version before');
  for (const { kind, text, fields } of changes) {
    const names = fields.map(({ field }) => field).join(', ');
    say(`  ${kind} ${text}${names === '' ? '' : ` [${names}]`}`);
  }
}

const columnWidths = [4, 20, 48, 32, 22];

/** The tasks as read, one row each: what a planner compares with the document. */
function preview(tasks: readonly TaskReading[]): string {
  const table = new Table({
    head: ['序号', '工作任务', '任务原文', '责任单位', '完成时限'],
    style: { head: [], border: [] },
  });
  for (const task of tasks) {
    const cells = [`${task.number}`, task.categoryPath.join(' / '), task.text, bodiesOf(task), deadlineOf(task)];
    // The table breaks lines by characters, of which a Chinese one takes two columns.
    table.push(cells.map((cell, index) => wrapAnsi(cell, columnWidths[index]!, { hard: true })));
  }
  return table.toString();
}

function bodiesOf({ responsibilities, openEnded }: TaskReading): string {
  const mark = { LEAD: '（牵头）', RESPONSIBLE: '', SUPPORTING: '（配合）' };
  return responsibilities.map(({ unit, group, role }) => `${unit ?? `〔${group}〕`}${mark[role]}`).join('、') + (openEnded ? '等' : '');
}

function deadlineOf({ deadline }: TaskReading): string {
  return [deadline.text ?? '', deadline.kind, deadline.dueOn ?? ''].filter(Boolean).join(' ');
}
