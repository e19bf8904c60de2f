import { importPlan, parseDocument } from '../../src/intake';
import type { Database } from '../../src/platform/database';
import { readKey } from '../../src/platform/graphql';

let documents = 0;

/** A draft plan with two tasks, imported as a document is; with its id and its key. */
export async function aDraftPlan(
  database: Pick<Database, 'owner'>,
  { regionCode = '511723', actor = 'planner', text = '公开学校招生信息。' } = {},
): Promise<{ id: string; key: number; documentNumber: string }> {
  documents += 1;
  const documentNumber = `开府办发〔2024〕${100 + documents}号`;
  const content = Buffer.from(`开江县2024年政务公开工作要点分工表
${documentNumber}

序号\t工作任务\t具体内容\t责任单位\t完成时限
1\t主动公开\t${text}\t县教育局\t2024年9月底
2\t主动公开\t公开财政预算。\t县财政局\t及时公开
`);
  const parsed = await parseDocument(content, `plan-${documents}.txt`);
  const { planId } = await database.owner.transaction((manager) =>
    importPlan(manager, { parsed, content, regionCode, publish: false, actor }),
  );
  return { id: planId, key: readKey(planId, 'Plan'), documentNumber };
}
