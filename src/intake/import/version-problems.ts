import type { AddedVersion, Plan, PlanVersion } from '../../plans';
import type { Problem, TaskReading } from '../reading';

/** What a person should know who brings a file that is here. */
export function alreadyHere({ slug, state }: Plan, { number, state: stands }: PlanVersion): Problem {
  const tell = (severity: Problem['severity'], chinese: string, english: string): Problem => ({
    severity,
    code: 'FILE_EXISTS',
    message: `该文件已作为 ${slug} 的第 ${number} 版收录，${chinese}。 This file is here as version ${number} of ${slug}; ${english}.`,
    at: null,
  });
  if (state === 'WITHDRAWN') return tell('WARNING', '该要点已撤回，内容未改动', 'the plan is withdrawn, and nothing was changed');
  if (stands === 'SUPERSEDED')
    return tell('WARNING', '其后已有新版本，内容未改动', 'a later version took its place, and nothing was changed');
  return tell('INFO', '内容未改动', 'nothing was changed');
}

const fieldNames: Readonly<Record<string, string>> = {
  text: '任务原文',
  printedNumber: '原文序号',
  categoryPath: '分类',
  responsibleText: '责任单位原文',
  leadOfficial: '牵头领导',
  openEnded: '责任单位是否未列尽',
  responsibilities: '责任单位',
  deadline: '完成时限',
  targets: '目标',
  tasks: '已删除的任务',
};

/** Corrections that hold against a new document: a person should look which is right. */
export function conflictProblems(conflicts: AddedVersion['conflicts'], tasks: readonly TaskReading[]): Problem[] {
  return conflicts.map(({ field, place }) => ({
    severity: 'WARNING',
    code: 'CORRECTION_CONFLICT',
    message: `${fieldNames[field] ?? field} 此前经人工更正，新文件又有改动：已保留更正，请核对。 ${field} was corrected before, and the new document says otherwise again: the correction stands; check which is right.`,
    at: place === null ? null : `task ${tasks[place]!.number}`,
  }));
}
