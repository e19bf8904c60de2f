import type { ParseResult, TaskReading } from '../../../src/intake';
import type { TargetReading } from '../../../src/intake/reading';
import type { GoldDocument, GoldTarget, GoldTask } from './annotated-document';

export const FIELDS = [
  'recall',
  'precision',
  'path',
  'text',
  'number',
  'units',
  'groups',
  'roles',
  'open',
  'official',
  'deadline',
  'date',
  'targets',
  'plan',
  'annexes',
] as const;
export type Field = (typeof FIELDS)[number];

/** Right of all, per field, and what was wrong. */
export class Tally {
  readonly counts = new Map<Field, { right: number; all: number }>();
  readonly faults: string[] = [];

  count(field: Field, right: boolean, fault: () => string): void {
    const entry = this.counts.get(field) ?? { right: 0, all: 0 };
    entry.all += 1;
    if (right) entry.right += 1;
    else this.faults.push(`${field}: ${fault()}`);
    this.counts.set(field, entry);
  }

  add(other: Tally, name: string): void {
    for (const [field, { right, all }] of other.counts) {
      const entry = this.counts.get(field) ?? { right: 0, all: 0 };
      this.counts.set(field, { right: entry.right + right, all: entry.all + all });
    }
    this.faults.push(...other.faults.map((fault) => `${name} ${fault}`));
  }

  rate(field: Field): number {
    const entry = this.counts.get(field);
    return entry === undefined || entry.all === 0 ? 1 : entry.right / entry.all;
  }
}

const bare = (text: string): string => text.replace(/[\s，。；、：:;,.]/g, '');

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let index = 0; index + 1 < text.length; index += 1) found.add(text.slice(index, index + 2));
  return found;
}

function similarity(left: string, right: string): number {
  const [a, b] = [pairs(bare(left)), pairs(bare(right))];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Which reading is of which task: the same words first, then the most alike in order. */
function align(gold: readonly GoldTask[], read: readonly TaskReading[]): Map<GoldTask, TaskReading> {
  const matched = new Map<GoldTask, TaskReading>();
  const free = new Set(read);
  for (const same of [true, false]) {
    for (const task of gold) {
      if (matched.has(task)) continue;
      let best: TaskReading | null = null;
      let most = same ? 1 : 0.6;
      for (const reading of free) {
        const alike = bare(reading.text) === bare(task.text) ? 1 : same ? 0 : similarity(reading.text, task.text);
        if (alike >= most && (best === null || alike > most)) [best, most] = [reading, alike];
      }
      if (best === null) continue;
      matched.set(task, best);
      free.delete(best);
    }
  }
  return matched;
}

function measureOf(target: TargetReading): string {
  const due = target.dueOn?.replaceAll('-', '') ?? '-';
  return [target.comparator ?? '-', target.value ?? '-', target.unit ?? '-', target.period ?? '-', due].join(' ');
}

function sameTarget(target: TargetReading, gold: GoldTarget): boolean {
  const metric = target.metric ?? '';
  const named = gold.metric === '-' || (metric !== '' && (metric.includes(gold.metric) || gold.metric.includes(metric)));
  return named && measureOf(target) === gold.measure;
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && [...left].sort().join('|') === [...right].sort().join('|');
}

function scoreBodies(tally: Tally, gold: GoldTask, read: TaskReading, at: string): void {
  const readBodies = read.responsibilities.map(({ role, unit, group }) => `${role[0]}:${unit ?? `«${group ?? ''}»`}`);
  const withoutRole = (list: string[]): string[] => list.map((body) => body.slice(2));
  const groups = (list: string[]): string[] => withoutRole(list).filter((body) => body.startsWith('«'));
  const units = (list: string[]): string[] => withoutRole(list).filter((body) => !body.startsWith('«'));
  const fault = (): string => `${at} ${gold.bodies.join(' ')} ≠ ${readBodies.join(' ')}`;
  tally.count('units', sameSet(units(gold.bodies), units(readBodies)), fault);
  tally.count('groups', sameSet(groups(gold.bodies), groups(readBodies)), fault);
  const sameBodies = sameSet(withoutRole(gold.bodies), withoutRole(readBodies));
  if (sameBodies) tally.count('roles', sameSet(gold.bodies, readBodies), fault);
}

function scoreTask(tally: Tally, gold: GoldTask, read: TaskReading): void {
  const at = `「${gold.text.slice(0, 14)}」`;
  const same = (field: Field, wanted: unknown, found: unknown): void =>
    tally.count(
      field,
      JSON.stringify(wanted) === JSON.stringify(found),
      () => `${at} ${JSON.stringify(wanted)} ≠ ${JSON.stringify(found)}`,
    );
  same('path', gold.path, read.categoryPath);
  same('text', gold.text, read.text);
  same('number', gold.printedNumber, read.printedNumber);
  scoreBodies(tally, gold, read, at);
  same('open', gold.open, read.openEnded);
  same('official', gold.official, read.leadOfficial);
  const { kind, dueOn, precision, thenOngoing, text } = read.deadline;
  same('deadline', gold.deadline.split(' ')[0], kind);
  const found = kind === 'BY_DATE' ? `BY_DATE ${dueOn ?? ''} ${precision ?? ''}${thenOngoing ? '+' : ''}` : kind;
  tally.count('date', gold.deadline === found, () => `${at} ${gold.deadline} ≠ ${found} (${text ?? ''})`);
  const free = [...read.targets];
  const missed = gold.targets.filter((target) => {
    const index = free.findIndex((candidate) => sameTarget(candidate, target));
    if (index >= 0) free.splice(index, 1);
    return index < 0;
  });
  tally.count('targets', missed.length === 0 && free.length === 0, () => {
    const more = free.map((target) => `${target.metric ?? ''} ${measureOf(target)}`);
    return `${at} missing ${JSON.stringify(missed)}, read besides ${JSON.stringify(more)}`;
  });
}

function scorePlan(tally: Tally, { meta }: GoldDocument, { plan, annexes }: ParseResult): void {
  const one = (key: string): string | null => meta[key]?.[0] ?? null;
  const basis = plan.basis.map(({ title, documentNumber }) => `${title ?? ''}|${documentNumber ?? ''}`);
  const wanted: [string, unknown, unknown][] = [
    ['title', one('title'), plan.title],
    ['number', one('no'), plan.documentNumber],
    ['kind', one('kind'), plan.kind],
    ['issuer', one('issuer'), plan.issuer],
    ['issuedOn', one('date'), plan.issuedOn],
    ['year', one('year'), plan.year === null ? null : String(plan.year)],
    ['basis', meta['basis'] ?? [], basis],
    ['remarks', meta['remark'] ?? [], plan.remarks],
    ['disclosure', one('disclosure'), plan.disclosure],
  ];
  for (const [key, gold, found] of wanted) {
    tally.count('plan', JSON.stringify(gold) === JSON.stringify(found), () => `${key} ${JSON.stringify(gold)} ≠ ${JSON.stringify(found)}`);
  }
  const found = annexes.map(({ number, title, kind }) => `${number ?? ''}|${title}|${kind}`);
  const gold = meta['annex'] ?? [];
  tally.count('annexes', JSON.stringify(gold) === JSON.stringify(found), () => `${JSON.stringify(gold)} ≠ ${JSON.stringify(found)}`);
}

/** How far a reading is what the document means. */
export function score(document: GoldDocument, reading: ParseResult): Tally {
  const tally = new Tally();
  const matched = align(document.tasks, reading.tasks);
  const used = new Set(matched.values());
  for (const task of document.tasks) {
    const read = matched.get(task);
    tally.count('recall', read !== undefined, () => `${task.path.join('>')} 「${task.text.slice(0, 40)}」`);
    if (read !== undefined) scoreTask(tally, task, read);
  }
  for (const read of reading.tasks)
    tally.count('precision', used.has(read), () => `${read.categoryPath.join('>')} 「${read.text.slice(0, 40)}」`);
  if (document.tasks.length > 0) scorePlan(tally, document, reading);
  return tally;
}
