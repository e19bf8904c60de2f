import { createHash } from 'node:crypto';
import { wordDeadline } from './deadline-wordings';
import type { Slot } from './country';
import type { Duty } from './duties';
import type { PlanTables } from './plan-tables';
import { Random } from './random';
import type { Bodies, Collective } from './synthetic-units';
import { endings } from './vocabulary';

/** Finds the topics of a task by the rules of the real ones. */
export type TopicsOf = (text: string, path: readonly string[]) => { id: number; reason: string }[];

interface Draft {
  planId: number;
  taskId: number;
  dueOn: string | null;
  position: number;
  /** Who bears the task already, so that nobody bears it twice. */
  taken: Set<number>;
}

/** Writes one plan of about sixty tasks: a choice from the duties of its year, partly in words of its own. */
export function writePlan(
  tables: PlanTables,
  seed: string,
  { place, year }: Slot,
  bodies: Bodies,
  duties: readonly Duty[],
  topicsOf: TopicsOf,
) {
  const random = new Random(`${seed}/${place.stableId}/${year}`);
  const planId = writeHeader(tables, { place, year }, bodies, random);
  const categories = new Map<string, number>();
  const chosen = random.someOf(duties, random.between(45, 76));
  for (const [index, duty] of chosen.entries()) {
    const path = [duty.area, duty.category];
    const categoryId = categoryOf(tables, planId, path, categories);
    const { text, promise } = wording(duty, random);
    const deadline = wordDeadline(random, year);
    const taskId = tables.task.nextId();
    tables.task.add({
      id: taskId,
      plan_id: planId,
      category_id: categoryId,
      number: index + 1,
      text,
      responsible_text: writeBearers(
        tables,
        { planId, taskId, dueOn: deadline.dueOn, position: 0, taken: new Set() },
        duty,
        bodies,
        random,
      ),
      deadline_text: deadline.text,
      deadline_kind: deadline.kind,
      due_on: deadline.dueOn,
      due_precision: deadline.precision,
      then_ongoing: deadline.thenOngoing,
      rrule: deadline.rrule,
      quota: deadline.quota,
      deadline_trigger: deadline.trigger,
      duration: deadline.duration,
      day_count: deadline.dayCount,
      deadline_rule: deadline.rule,
      source_row: index + 2,
      source_text: text,
    });
    if (promise)
      tables.target.add({
        ...promise,
        id: tables.target.nextId(),
        plan_id: planId,
        task_id: taskId,
        position: 1,
        comparator: 'AT_LEAST',
        rule: 'compared-quantity',
      });
    for (const topic of topicsOf(text, path))
      tables.topic.add({ task_id: taskId, topic_id: topic.id, plan_id: planId, reason: topic.reason });
  }
}

function writeHeader(tables: PlanTables, { place, year }: Slot, bodies: Bodies, random: Random): number {
  const documentId = tables.document.nextId();
  const content = `合成数据 synthetic ${place.stableId} ${year} ${documentId}`;
  tables.document.add({
    id: documentId,
    file_name: `synthetic-${place.stableId}-${year}.txt`,
    media_type: 'text/plain',
    byte_size: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
    content: `\\x${Buffer.from(content).toString('hex')}`,
    published: true,
  });
  const planId = tables.plan.nextId();
  const issuedOn = new Date(Date.UTC(year, 2 + random.below(4), random.between(1, 28))).toISOString().slice(0, 10);
  tables.plan.add({
    id: planId,
    slug: `synthetic-${place.stableId}-${year}`,
    title: `【合成数据】${place.name}${year}年政务公开工作要点`,
    document_number: `合成〔${year}〕${place.stableId}号`,
    kind: 'KEY_POINTS',
    region_id: place.id,
    issuing_unit_id: bodies.office,
    issuer_text: `${place.name}人民政府办公室`,
    year,
    issued_on: issuedOn,
    state: 'PUBLISHED',
    published_at: `${issuedOn}T08:00:00Z`,
    source_document_id: documentId,
  });
  return planId;
}

function categoryOf(tables: PlanTables, planId: number, path: readonly string[], known: Map<string, number>): number | null {
  if (path.length === 0) return null;
  const key = path.join('\n');
  const found = known.get(key);
  if (found !== undefined) return found;
  const parentId = categoryOf(tables, planId, path.slice(0, -1), known);
  const id = tables.category.nextId();
  known.set(key, id);
  tables.category.add({ id, plan_id: planId, parent_id: parentId, position: known.size, title: path.at(-1)!, path });
  return id;
}

/** Two fifths of all duties are taken up word for word, the others with an ending or a number of their own. */
function wording(duty: Duty, random: Random) {
  const isOwn = random.inPercent(60);
  const value = duty.promise && (isOwn ? random.oneOf(duty.promise.values) : duty.promise.values[0]!);
  const phrase = duty.promise && duty.promise.phrase(value!);
  const ending = isOwn ? random.oneOf(endings) : duty.ending;
  const text = `${duty.action.replace('{subject}', duty.subject)}${phrase === null ? '' : `，${phrase}`}${ending}。`;
  return {
    text,
    promise: duty.promise && { metric: duty.promise.metric, value, unit: duty.promise.unit, period: duty.promise.period, phrase },
  };
}

/** Who bears a task, as a sentence; with the rows behind it. */
function writeBearers(tables: PlanTables, draft: Draft, duty: Duty, bodies: Bodies, random: Random): string {
  const named = random.someOf(duty.departments, random.between(1, 3));
  const hasLead = random.inPercent(20);
  const roleAt = (index: number) => (!hasLead ? 'RESPONSIBLE' : index === 0 ? 'LEAD' : 'SUPPORTING');
  for (const [index, name] of named.entries()) writeNamed(tables, draft, name, bodies.departments.get(name)!, roleAt(index));
  const collective = random.inPercent(32) ? random.oneOf(bodies.collectives) : null;
  if (collective) writeCollective(tables, draft, collective, hasLead ? 'SUPPORTING' : 'RESPONSIBLE');
  return [...named, ...(collective ? [collective.expression] : [])].join('、');
}

function writeNamed(tables: PlanTables, draft: Draft, name: string, unitId: number, role: string): void {
  const id = tables.responsibility.nextId();
  const { planId, taskId } = draft;
  draft.position += 1;
  tables.responsibility.add({
    ...{ id, plan_id: planId, task_id: taskId, position: draft.position, phrase: name, role, mode: 'JOINT' },
    ...{ unit_id: unitId, printed_unit: name, rule: 'named-unit' },
  });
  writeObligation(tables, draft, unitId, { responsibility_id: id, group_id: null, role, mode: 'JOINT' });
}

function writeCollective(tables: PlanTables, draft: Draft, { id: groupId, expression, members }: Collective, role: string): void {
  const id = tables.responsibility.nextId();
  const { planId, taskId } = draft;
  draft.position += 1;
  tables.responsibility.add({
    ...{ id, plan_id: planId, task_id: taskId, position: draft.position, phrase: expression, role, mode: 'EACH' },
    ...{ group_id: groupId, rule: 'collective' },
  });
  for (const unitId of members) writeObligation(tables, draft, unitId, { responsibility_id: id, group_id: groupId, role, mode: 'EACH' });
}

function writeObligation(
  tables: PlanTables,
  { planId, taskId, dueOn, taken }: Draft,
  unitId: number,
  how: { responsibility_id: number; group_id: number | null; role: string; mode: string },
): void {
  if (taken.has(unitId)) return;
  taken.add(unitId);
  // A supporting body stands beside a lead, on which the task rests.
  const decides = how.role !== 'SUPPORTING';
  tables.obligation.add({
    ...how,
    id: tables.obligation.nextId(),
    task_id: taskId,
    unit_id: unitId,
    plan_id: planId,
    decides,
    due_on: dueOn,
  });
}
