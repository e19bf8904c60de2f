import { importPlan, parseDocument, type ImportOutcome } from '../../src/intake';
import type { Database } from '../../src/platform/database';

export interface DraftOptions {
  region?: string;
  publish?: boolean;
  file?: string;
}

/** Imports a text as an office would. */
export async function importText(database: Database, text: string, options: DraftOptions = {}): Promise<ImportOutcome> {
  return importBytes(database, Buffer.from(text), options);
}

async function importBytes(
  database: Database,
  content: Buffer,
  { region = '511725', publish = false, file = 'plan.txt' }: DraftOptions = {},
): Promise<ImportOutcome> {
  const parsed = await parseDocument(content, file);
  return database.owner.transaction((manager) => importPlan(manager, { parsed, content, regionCode: region, publish, actor: 'test' }));
}

/** A small plan of 渠县 under a number of its own. */
export function planText(number: number | string, rows: readonly string[] = usualRows): string {
  return [
    '渠县2024年政务公开工作要点分工表',
    `渠府办发〔2024〕${number}号`,
    '',
    '序号\t工作任务\t具体内容\t责任单位\t完成时限',
    ...rows,
    '',
  ].join('\n');
}

const usualRows = [
  '1\t主动公开\t公开学校招生信息，全年不少于2次。\t县教育局、县财政局\t2024年9月底',
  '2\t主动公开\t公开财政预算。\t县财政局，各乡镇人民政府\t及时公开',
  '3\t依申请公开\t规范办理依申请公开。\t县政府办公室\t长期坚持',
];
