/** What forms print before a task's own words. */
const LABEL =
  /^[【[(（]?(?:(?:主要|具体|工作|重点|落实|推进)?(?:措施|举措|内容|任务|要求)|(?:工作|任务)(?:目标|事项)|目标任务|任务(?:内容|描述|要求|分解)|措施要求)[】\])）]?[：:]\s*(?=.{4})/;
const FURTHER_LABEL = /[。；;](?:(?:主要|具体|工作|重点|落实|推进)(?:措施|举措|内容|任务|要求)|(?:工作|任务)目标)[：:]/;

/** The text without 主要措施： before it; where several labels divide it, each tells what follows and all stay. */
export function withoutTextLabel(text: string): string {
  return FURTHER_LABEL.test(text) ? text : text.replace(LABEL, '');
}
