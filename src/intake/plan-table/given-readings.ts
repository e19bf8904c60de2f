import { z } from 'zod';
import type { DeadlineReading, ResponsibilityReading, TargetReading } from '../reading';
import type { ColumnName } from './plan-table';
import { usualRule } from './write-plan-table';

/** Cells of one task by their columns; blank ones are not there. */
export type TaskCells = Partial<Record<ColumnName, string>>;

/** A reading as cells give it; NONE where they give none, UNFIT where they give something that is none. */
type Given<R> = R | 'NONE' | 'UNFIT';

const words = z.string().trim().min(1);
const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

const deadlineCells = z
  .object({
    kind: z.enum(['BY_DATE', 'TIMELY', 'ONGOING', 'AS_APPROPRIATE', 'RECURRING', 'RELATIVE', 'NONE']),
    dueOn: orNull(z.iso.date()),
    precision: orNull(z.enum(['DAY', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'])),
    thenOngoing: z
      .string()
      .default('false')
      .transform((text) => text.toLowerCase())
      .pipe(z.enum(['true', 'false']))
      .transform((text) => text === 'true'),
    rrule: orNull(z.string().startsWith('FREQ=')),
    quota: orNull(z.coerce.number().int().positive()),
    trigger: orNull(words),
    duration: orNull(z.string().regex(/^P[0-9YMWDTHS]+$/)),
    dayCount: orNull(z.enum(['CALENDAR', 'WORKING'])),
    rule: z.string().default('given'),
  })
  .refine(({ kind, dueOn, precision, thenOngoing }) => kind === 'BY_DATE' || (dueOn === null && precision === null && !thenOngoing))
  .refine(({ dueOn, precision }) => dueOn === null || precision !== null)
  .refine(({ kind, rrule, quota }) => kind === 'RECURRING' || (rrule === null && quota === null))
  .refine(({ kind, trigger, duration, dayCount }) => kind === 'RELATIVE' || (trigger === null && duration === null && dayCount === null));

/** The deadline as its cells give it; nothing where its kind is blank. */
export function givenDeadline(cells: TaskCells): Given<Omit<DeadlineReading, 'text'>> {
  if (cells.deadlineKind === undefined) return 'NONE';
  const { deadlineKind: kind, deadlineRule: rule, ...rest } = cells;
  return deadlineCells.safeParse({ ...rest, kind, rule }).data ?? 'UNFIT';
}

const responsibilityCells = z.array(
  z
    .object({
      role: z.enum(['LEAD', 'RESPONSIBLE', 'SUPPORTING']),
      unit: orNull(words),
      group: orNull(words),
      mode: z.enum(['JOINT', 'EACH']).default('JOINT'),
      // The code or stable id of the unit's region, and its name there.
      body: z
        .string()
        .regex(/^[^/]+\/./u)
        .optional(),
      phrase: words.optional(),
      rule: z.string().optional(),
    })
    .refine(({ unit, group }) => (unit === null) !== (group === null))
    .transform(({ unit, group, body, phrase, rule, ...rest }) => ({
      ...rest,
      unit,
      group,
      ...(body !== undefined && unit !== null && { body: { regionCode: body.split('/')[0]!, name: body.slice(body.indexOf('/') + 1) } }),
      phrase: phrase ?? (unit ?? group)!,
      rule: rule ?? usualRule(unit),
    })),
);

/** Who bears the task as the cell gives it. */
export function givenResponsibilities(cells: TaskCells): Given<ResponsibilityReading[]> {
  return fromJson(cells.responsibilities, responsibilityCells);
}

const targetCells = z.array(
  z
    .object({
      metric: orNull(words),
      comparator: orNull(z.enum(['AT_LEAST', 'AT_MOST', 'EXACTLY'])),
      value: orNull(z.number()),
      unit: orNull(words),
      period: orNull(z.enum(['YEAR', 'HALF_YEAR', 'QUARTER', 'MONTH', 'WEEK'])),
      dueOn: orNull(z.iso.date()),
      actor: orNull(words),
      phrase: words,
      rule: z.string().default('given'),
    })
    .refine(({ value, dueOn }) => value !== null || dueOn !== null)
    .refine(({ comparator, value }) => comparator === null || value !== null),
);

/** The targets as the cell gives them. */
export function givenTargets(cells: TaskCells): Given<TargetReading[]> {
  return fromJson(cells.targets, targetCells);
}

function fromJson<R>(text: string | undefined, schema: z.ZodType<R>): Given<R> {
  if (text === undefined) return 'NONE';
  try {
    return schema.safeParse(JSON.parse(text)).data ?? 'UNFIT';
  } catch {
    return 'UNFIT';
  }
}
