import type { PoolClient } from 'pg';
import { CopyBuffer } from './copy-buffer';

const open = <C extends string>(client: PoolClient, table: string, columns: readonly C[]) => CopyBuffer.open(client, table, columns);

/** The tables a plan stands in, in the order in which they must be filled. */
export async function openPlanTables(client: PoolClient) {
  return {
    document: await open(client, 'source_document', ['id', 'file_name', 'media_type', 'byte_size', 'sha256', 'content', 'published']),
    plan: await open(client, 'plan', [
      ...(['id', 'slug', 'title', 'document_number', 'kind', 'region_id', 'issuing_unit_id', 'issuer_text', 'year', 'issued_on'] as const),
      ...(['state', 'published_at', 'source_document_id'] as const),
    ]),
    category: await open(client, 'category', ['id', 'plan_id', 'parent_id', 'position', 'title', 'path']),
    task: await open(client, 'task', [
      ...(['id', 'plan_id', 'category_id', 'number', 'text', 'responsible_text', 'deadline_text', 'deadline_kind', 'due_on'] as const),
      ...(['due_precision', 'then_ongoing', 'rrule', 'quota', 'deadline_trigger', 'duration', 'day_count', 'deadline_rule'] as const),
      ...(['source_row', 'source_text'] as const),
    ]),
    responsibility: await open(client, 'responsibility', [
      ...(['id', 'plan_id', 'task_id', 'position', 'phrase', 'role', 'mode', 'unit_id', 'printed_unit', 'group_id', 'rule'] as const),
    ]),
    target: await open(client, 'target', [
      ...(['id', 'plan_id', 'task_id', 'position', 'metric', 'comparator', 'value', 'unit', 'period', 'phrase', 'rule'] as const),
    ]),
    obligation: await open(client, 'obligation', [
      ...(['id', 'task_id', 'unit_id', 'plan_id', 'responsibility_id', 'group_id', 'role', 'mode', 'decides', 'due_on'] as const),
    ]),
    topic: await open(client, 'task_topic', ['task_id', 'topic_id', 'plan_id', 'reason']),
  };
}

export type PlanTables = Awaited<ReturnType<typeof openPlanTables>>;
