import type { ParseResult, TaskReading } from '../../src/intake';
import type { GoldDocument, GoldTask } from '../../test/intake/corpus/annotated-document';

function goldTask(task: TaskReading): GoldTask {
  const { kind, dueOn, precision, thenOngoing } = task.deadline;
  return {
    printedNumber: task.printedNumber,
    path: task.categoryPath,
    text: task.text,
    bodies: task.responsibilities.map(({ role, unit, group }) => `${role[0]}:${unit ?? `«${group ?? ''}»`}`),
    open: task.openEnded,
    official: task.leadOfficial,
    deadline: kind === 'BY_DATE' ? `BY_DATE ${dueOn ?? ''} ${precision ?? ''}${thenOngoing ? '+' : ''}` : kind,
    targets: task.targets.map(({ metric, comparator, value, unit, period, dueOn: day }) => ({
      metric: metric ?? '-',
      measure: [comparator ?? '-', value ?? '-', unit ?? '-', period ?? '-', day?.replaceAll('-', '') ?? '-'].join(' '),
    })),
  };
}

function metaOf({ plan, annexes }: ParseResult): Record<string, string[]> {
  const one = (value: string | number | null): string[] => (value === null ? [] : [String(value)]);
  const fields: [string, string[]][] = [
    ['title', one(plan.title)],
    ['no', one(plan.documentNumber)],
    ['kind', one(plan.kind)],
    ['issuer', one(plan.issuer)],
    ['date', one(plan.issuedOn)],
    ['year', one(plan.year)],
    ['basis', plan.basis.map(({ title, documentNumber }) => `${title ?? ''}|${documentNumber ?? ''}`)],
    ['remark', plan.remarks],
    ['disclosure', one(plan.disclosure)],
    ['annex', annexes.map(({ number, title, kind }) => `${number ?? ''}|${title}|${kind}`)],
  ];
  return Object.fromEntries(fields.filter(([, values]) => values.length > 0));
}

/** A reading that a person checked, as the measure of other readings of the same document. */
export function goldOf(name: string, reading: ParseResult): GoldDocument {
  return { name, layouts: [], meta: metaOf(reading), pieces: [], tasks: reading.tasks.map(goldTask) };
}
