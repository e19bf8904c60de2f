import type { PlanReading } from '../reading';

const KINDS: [PlanReading['kind'], RegExp][] = [
  [
    'ASSIGNMENT_TABLE',
    /(?:分工表|分解表|分工方案|分解方案|任务分工|责任分工|工作分工|任务分解|责任分解|任务清单|责任清单|推进清单|工作清单|事项清单|(?:任务|责任|工作|分工)(?:推进|进度|时间|安排|及(?:时间)?(?:进度)?安排|及时限)表|任务表|责任表|配档表|分工一览表|任务一览表|台账)/,
  ],
  ['IMPLEMENTATION_PLAN', /(?:实施方案|工作方案|行动方案|行动计划|实施计划|实施意见|推进方案|(?<!分工|分解)方案(?=$|的|（))/],
  ['WORK_ARRANGEMENT', /(?:工作安排|任务安排|重点安排|工作部署)/],
  ['KEY_POINTS', /要点/],
];

/** What kind of plan a title names; the words nearest its end decide (工作要点分工表 is a table). */
export function planKind(title: string | null): PlanReading['kind'] {
  if (title === null) return 'OTHER';
  const bare = title.replace(/[（(][^（()）]*[）)]$/, '');
  let kind: PlanReading['kind'] = 'OTHER';
  let end = -1;
  for (const [candidate, pattern] of KINDS) {
    const match = pattern.exec(bare);
    const matchEnd = match === null ? -1 : match.index + match[0].length;
    if (matchEnd > end) {
      kind = candidate;
      end = matchEnd;
    }
  }
  return kind;
}

const PLAN_WORDS = /(?:要点|安排|方案|计划|任务|分工|分解|清单|台账|行动|部署|实施意见|责任书|举措|措施|配档表)/;
/** A notice that itself says what is to be done in a year. */
const WORK_NOTICE = /关于(?:做好|进一步|深化|深入|推进|加强|切实|扎实|全面)[^]*(?:政务公开|信息公开|重点工作)[^]*通知$/;
const OCCASION = /年报|年度报告|报告编制|培训|会议|检查|调查|评估|自查|报送|填报|问卷|征求/;
const NO_PLAN =
  /(?:年度报告|工作报告|情况报告|自查报告|评估报告|总结|管理办法|暂行办法|实施办法|工作办法|办法(?:（.*）)?$|规定(?:（.*）)?$|实施细则|细则|条例|制度|规程|指南|通报|公告|公示|纪要|讲话|简报|批复|预案|规则|名单|讲稿|答复|解读|倡议书|目录$|情况(?:的)?(?:报告|汇报|说明))/;

/** 《…》政策解读 speaks of a plan and is none; a form is filled in with what was done. */
const ABOUT_A_PLAN =
  /(?:解读|起草说明|说明|图解|问答|答记者问|简介|摘要|综述|讲话|致辞|(?:统计|登记|申请|汇总|报名|反馈|自查|填报|情况|调查)表|问卷)(?:（.*）)?$/;

/** What a title says about being a plan: yes, no, or nothing. */
export function titleSaysPlan(title: string | null): boolean | null {
  if (title === null) return null;
  if (ABOUT_A_PLAN.test(title.replace(/《[^《》]*》/g, ''))) return false;
  if (PLAN_WORDS.test(title) && !/(?:总结|报告|情况)(?:（.*）)?$/.test(title)) return true;
  if (WORK_NOTICE.test(title)) return !OCCASION.test(title);
  return NO_PLAN.test(title) ? false : null;
}
