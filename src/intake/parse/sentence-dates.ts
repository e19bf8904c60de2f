import type { PrintedDate } from './dates';
import { yearOf, type ReadingContext } from './reading-context';

/** Verbs by which a body only hands something up: the duty itself has no such day. */
const REPORT =
  /报送|上报|呈报|填报|续报|送审|(?<![通公日简播回海警情周月年电晚时])报(?=[^告道名刊考废警纸表酬批导到复社账])|提交|递交|反馈|备案/;
/** Verbs of the duty itself; 完成情况 and 公开工作 are nouns. */
const DUTY =
  /(?:完成|实现|建成|形成|公开|发布|公布|编制|制定|制发|印发|开展|组织|建立|健全|完善|整改|上线|推出|召开|落实)(?!情况|工作|总结|进展|台账|方案|清单|报告|结果|材料|信息)/;

/** Whether what is to happen by a date is only a report to a higher office: 11月30日前报市政府办公室备案. */
export function isUpwardReport(narrow: string, end: number): boolean {
  const clause = clauseAfter(narrow, end);
  const report = clause.search(REPORT);
  return report >= 0 && !DUTY.test(clause.slice(0, report));
}

/** The clause that a date governs: the rest of its own, or the next one where a comma follows the date at once. */
function clauseAfter(narrow: string, end: number): string {
  return /^[，,）)]?([^，,。；;）)]*)/.exec(narrow.slice(end))?.[1] ?? '';
}

/** Whether a date in a sentence sets a limit; a bare 2023年5月 or one that begins something does not. */
export function isLimit(narrow: string, date: PrintedDate): boolean {
  const after = narrow.slice(date.end);
  if (/^(?:以来|起|开始|之后|以后|后|至今|启动|印发的|发布的|的)/.test(after)) return false;
  if (date.bounded) return true;
  const before = narrow.slice(0, date.start);
  if (/(?:到|至|截至|截止|截止到|力争|确保|务必)$/.test(before)) return true;
  return /^(?:全面|基本|全部|率先|正式|集中|统一)?(?:完成|建成|实现|上线|形成|落实到位|达到)/.test(after);
}

/** 2022年底前出台的文件 dates what is spoken of, not the duty; so does a year before the plan's own. */
export function isBackwardLooking(narrow: string, date: PrintedDate, context: ReadingContext): boolean {
  const year = yearOf(context);
  if (date.yearPrinted && date.year !== null && year !== null && date.year < year) return true;
  if (/^[，,]?[^，。；]{0,12}(?:已(?!经同意)|曾)/.test(narrow.slice(date.end))) return true;
  return /^[^，。；、]{0,8}?(?:形成|制定|出台|印发|发布|产生|受理|公布|实施|制发|颁布|获取|收到|作出)的/.test(narrow.slice(date.end));
}
