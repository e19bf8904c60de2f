import type { DeadlineKind } from '../reading';

export interface DeadlineWord {
  kind: Extract<DeadlineKind, 'TIMELY' | 'ONGOING' | 'AS_APPROPRIATE'>;
  rule: string;
  pattern: RegExp;
}

/** Duties without a date, by the words that print them. Where several stand in one cell the first printed governs. */
export const DEADLINE_WORDS: DeadlineWord[] = [
  {
    kind: 'TIMELY',
    rule: 'timely',
    pattern:
      /及时|适时更新|即时|实时|随时|立即|立刻|即刻|马上|尽快|尽早|第一时间|立行立改|即知即改|立查立改|即办|当日|当天|即日(?!起.)|同步|随(?:[^，。；]{1,3})随|即(?:[^，。；]{1,2})即|边(?:[^，。；]{1,2})边/,
  },
  { kind: 'ONGOING', rule: 'all-year', pattern: /全年|常年|整年|贯穿(?:全|始终)|五”?(?:规划)?(?:期间|时期)/ },
  {
    kind: 'ONGOING',
    rule: 'ongoing',
    pattern:
      /长期|长效|持续|不间断|常态|经常|坚持|日常|动态|一直|始终|不断|永久|连续|定期(?<!不定期)|滚动|循序|逐步|常抓|(?:以后|今后)(?:年度|每年|各年)?$/,
  },
  {
    kind: 'AS_APPROPRIATE',
    rule: 'as-required',
    pattern:
      /(?:按照?|依照|依据|根据|遵照|依|视).{0,20}?(?:要求|规定|时限|时间|期限|节点|部署|安排|通知|进度|计划|程序|需要|情况|进展|形势|实际|方案)|限期|限时|期限内|按[时期需照]|按规|如期|依法|规定(?:的)?(?:时间|时限|期限)|法定(?:时间|时限|期限)|要求(?:的)?(?:时间|时限|期限)/,
  },
  {
    kind: 'AS_APPROPRIATE',
    rule: 'as-appropriate',
    pattern: /适时|择机|择时|视情|待定|另行|酌情|不定期|相机|结合(?:实际|工作)|因地制宜|条件成熟/,
  },
];

/** 按规定及时公开: the manner comes first, the duty is the timely one. */
export const MANNER_THEN_TIMELY = /(?:按照?|依照|依据|根据|依)[^，,。；;]{0,16}(?:要求|规定|需要|情况|程序|法规?)?(?:及时|第一时间|实时)/;

/** A cell that prints no deadline. */
export const NO_DEADLINE = /^(?:[-/\\~_.…*]+|无|暂无|不限|空)$/;

/** Words by which a dated duty goes on after its date. */
export const GOES_ON = /长期|持续|常态|坚持|全年|不断|动态|长效|经常/;
/** Words that have no end, whatever date stands after them. */
export const HAS_NO_END = /长期|常态化|长效|常年/;
