import type { SourcePosition } from '../document';
import { categoryTitle } from './category-title';
import { cleanText } from './clean-text';
import { completeDuty, NO_DUTY, type DutySuffix } from './duty-fields';
import { findSuffixes, splitDutySuffix } from './duty-suffix';
import type { OutlineBody, OutlineNode } from './outline';
import type { TaskDraft } from './task-draft';

/** Chapters that frame a plan and set no tasks. */
const FRAME =
  /^(?:总体(?:要求|目标|思路|原则|安排|部署)|总的要求|指导思想|基本原则|工作原则|工作(?:目标|思路|步骤|流程|程序)|主要目标|目标要求|总则|附则|(?:实施|方法|推进|具体)?步骤|(?:实施|工作|活动)?(?:步骤|阶段|时间|进度)(?:安排|步骤|划分|和步骤|及步骤)|实施(?:步骤|阶段|范围|时间)|适用范围|(?:成立)?(?:组织机构|工作机构|领导机构|机构设置|机构职责)|(?:成立)?.{0,30}领导小组(?:成员|名单|组成)?$|名词解释|(?:重要|重大)意义|充分认识|(?:编制|制定)?依据|形势|背景|目的意义|基本情况|存在(?:的)?(?:主要)?问题|概述|前言|引言)/;
/** 工作目标及主要任务 holds tasks although it begins like a frame. */
const NAMES_TASKS = /任务|举措|措施/;
const PHASE = /^(?:第[一二三四五六]阶段|.{2,12}阶段)(?:[（(：:。].*)?$/;
/** A paragraph that closes a document and belongs to no item. */
const CLOSING =
  /^(?:请?各.{2,30}(?:于|在|将).{0,60}(?:报送|报至|上报|反馈|报.{0,12}(?:办公室|备案|汇总))|本(?:方案|要点|通知|安排|办法|计划)自|联系人|特此通知|此页无正文)/;
/** After the last item, a paragraph to all who are bound closes the document. */
const ADDRESSES_ALL = /^(?:请)?各(?:地|级|县|区|市|州|旗|镇|乡|街道|部门|单位|有关|责任|相关|牵头|科室|股室)/;
const LEADS_INTO_LIST = /[：:]$/;
const DETAIL_STYLES = new Set(['SUBITEM', 'CIRCLED']);

interface Context {
  path: string[];
  duty: DutySuffix;
  framed: boolean;
}

function hasSentences(text: string): boolean {
  return /[。；;！？].{4,}/.test(text) || (text.length > 60 && /[，。]/.test(text));
}

/** 一、总体要求 stands for itself; 二、主要任务。全面推进… has a body behind its heading. */
function leadSentence(text: string): string {
  const stop = text.search(/[。；;：:]/);
  return stop < 0 ? text : text.slice(0, stop);
}

function hasDuty(item: OutlineNode): boolean {
  return item.duty !== null || item.bodies.some((body) => body.duty !== null) || item.children.some(hasDuty);
}

interface Segment {
  text: string;
  duty: DutySuffix | null;
}

/** Sentences that each end in a suffix of their own are duties of their own. */
function splitBySuffixes(printed: string, lastDuty: DutySuffix | null): Segment[] {
  const inner = findSuffixes(printed).filter(
    (suffix) => /[。；]/.test(printed[suffix.start - 1] ?? '') || /[。；]/.test(printed[suffix.end] ?? ''),
  );
  if (inner.length === 0) return [{ text: printed, duty: lastDuty }];
  const segments: Segment[] = [];
  let from = 0;
  for (const suffix of inner) {
    const split = splitDutySuffix(printed.slice(from, suffix.end));
    segments.push({ text: split.text, duty: split.duty });
    from = suffix.end + (/[。；]/.test(printed[suffix.end] ?? '') ? 1 : 0);
  }
  const rest = printed.slice(from);
  if (rest !== '') segments.push({ text: rest, duty: lastDuty });
  return segments;
}

class ProseWalk {
  readonly drafts: TaskDraft[] = [];

  walk(item: OutlineNode, context: Context, isLast: boolean): void {
    const title = categoryTitle(leadSentence(item.text));
    const frames = (FRAME.test(title) && !NAMES_TASKS.test(title)) || PHASE.test(item.text);
    const framed = context.framed || (item.style !== 'ROOT' && frames);
    if (framed && !hasDuty(item)) return;
    if (item.children.length === 0) {
      this.readLeaf(item, { ...context, framed }, isLast);
      return;
    }
    if (this.isItemWithDetails(item)) {
      this.push(item, [item.text, ...item.children.map(wholeText)].join(''), item.duty, context);
      return;
    }
    const below: Context = {
      path: item.style === 'ROOT' || title === '' ? context.path : [...context.path, title],
      duty: completeDuty(item.duty, context.duty),
      framed,
    };
    if (item.style !== 'ROOT')
      this.readBodies(
        item.bodies.filter(({ duty }) => duty !== null),
        item,
        below,
      );
    item.children.forEach((child, index) => this.walk(child, below, isLast && index === item.children.length - 1));
  }

  /** 1.做好公开：（1）…；（2）…: the points of one duty, unless they have units of their own. */
  private isItemWithDetails(item: OutlineNode): boolean {
    if (item.style === 'ROOT' || item.children.some(hasDuty)) return false;
    if (!item.children.every((child) => DETAIL_STYLES.has(child.style) && child.children.length === 0)) return false;
    return hasSentences(item.text) || LEADS_INTO_LIST.test(item.text);
  }

  private readLeaf(item: OutlineNode, context: Context, isLast: boolean): void {
    if (context.framed && item.duty === null && item.bodies.every(({ duty }) => duty === null)) return;
    const bodies = item.bodies.filter((body) => !(isLast && CLOSING.test(body.text)));
    if (bodies.length < item.bodies.length && bodies.length === 0 && !hasSentences(item.text) && item.duty === null) return;
    const runsIn = hasSentences(item.text) || LEADS_INTO_LIST.test(item.text);
    if (bodies.length === 0) this.readSegments(item, item.text, item.duty, context);
    else if (runsIn)
      this.readRunIn(item, isLast ? bodies.filter((body) => body.duty !== null || !ADDRESSES_ALL.test(body.text)) : bodies, context);
    else {
      const title = categoryTitle(item.text);
      const below: Context = {
        path: title === '' ? context.path : [...context.path, title],
        duty: completeDuty(item.duty, context.duty),
        framed: false,
      };
      this.readBodies(bodies, item, below);
    }
  }

  /** An item whose sentences begin behind its heading; the paragraphs after it go on with it, as far as they have no units. */
  private readRunIn(item: OutlineNode, bodies: readonly OutlineBody[], context: Context): void {
    let text = item.text;
    let duty = item.duty;
    const own: OutlineBody[] = [];
    for (const body of bodies) {
      if (duty !== null && body.duty !== null) own.push(body);
      else {
        text += body.text;
        duty = duty ?? body.duty;
      }
    }
    this.readSegments(item, text, duty, context);
    this.readBodies(own, item, context);
  }

  private readSegments(item: OutlineNode, text: string, duty: DutySuffix | null, context: Context): void {
    const segments = splitBySuffixes(text, duty);
    const first = segments[0];
    if (segments.length < 2 || first === undefined) {
      if (text !== '') this.push(item, text, duty, context);
      return;
    }
    const title = leadSentence(first.text);
    const titled = title.length <= 40 && first.text[title.length] === '。' && first.text.length > title.length + 8;
    const path = titled ? [...context.path, categoryTitle(title)] : context.path;
    segments.forEach((segment, index) => {
      const own = index === 0 && titled ? segment.text.slice(title.length + 1) : segment.text;
      if (own !== '') this.push(item, own, segment.duty, { ...context, path });
    });
  }

  /** Paragraphs under a heading: each with units of its own is a duty, those without go with the next that has. */
  private readBodies(bodies: readonly OutlineBody[], item: OutlineNode, context: Context): void {
    const anyDuty = bodies.some(({ duty }) => duty !== null);
    let text = '';
    let start: OutlineBody | null = null;
    bodies.forEach((body, index) => {
      start ??= body;
      text += body.text;
      if (anyDuty && body.duty === null && index < bodies.length - 1) return;
      if (anyDuty && body.duty === null && bodies.length > 1) {
        const last = this.drafts[this.drafts.length - 1];
        if (last !== undefined && CLOSING.test(body.text)) return;
      }
      for (const segment of splitBySuffixes(text, body.duty)) {
        if (segment.text !== '') this.push(item, segment.text, segment.duty, context, start.position, start.printed);
      }
      text = '';
      start = null;
    });
  }

  private push(
    item: OutlineNode,
    text: string,
    duty: DutySuffix | null,
    context: Context,
    position?: SourcePosition,
    printed?: string,
  ): void {
    this.drafts.push({
      printedNumber: item.number === '' ? null : item.number,
      categoryPath: context.path,
      text: cleanText(text),
      duty: duty ?? NO_DUTY,
      sectionDuty: context.duty,
      position: position ?? item.position,
      lineEnd: position?.line ?? item.lastLine,
      printed: printed ?? [item.printed, ...item.bodies.map((body) => body.printed)].join('\n'),
      doubts: [],
    });
  }
}

function wholeText(item: OutlineNode): string {
  return `${item.number}${/^\d+$/.test(item.number) ? '.' : ''}${item.text}${item.bodies.map((body) => body.text).join('')}`;
}

/** The tasks of a plan in prose. */
export function readProseTasks(outline: OutlineNode): TaskDraft[] {
  const walk = new ProseWalk();
  walk.walk(outline, { path: [], duty: NO_DUTY, framed: false }, true);
  return walk.drafts;
}
