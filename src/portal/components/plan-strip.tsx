import type { VNode } from 'preact';
import { useView } from '../view';
import { markOf, type DeadlineMark } from './deadline-mark';
import type { StripTask } from './plan-strip.document';
import { Words } from './words';

/** How a mark is drawn: uprights from one part of the height to another (0 is the top), or a line at the foot, or a ring. */
interface Look {
  uprights?: readonly (readonly [from: number, to: number])[];
  foot?: 'accent' | 'grey';
  hasRing?: boolean;
}

const looks: Readonly<Record<DeadlineMark, Look>> = {
  BY_DATE: { uprights: [[0, 1]] },
  THEN_ONGOING: {
    uprights: [
      [0, 0.46],
      [0.62, 1],
    ],
  },
  TIMELY: { uprights: [[0.6, 1]] },
  RECURRING: {
    uprights: [
      [0.2, 0.36],
      [0.52, 0.68],
      [0.84, 1],
    ],
  },
  RELATIVE: { uprights: [[0.3, 1]], foot: 'accent' },
  ONGOING: { foot: 'accent' },
  AS_APPROPRIATE: { hasRing: true },
  NONE: { foot: 'grey' },
};

/** In units of the drawing: from one mark to the next, and how wide one is. */
interface Size {
  pitch: number;
  bar: number;
  height: number;
}

const large: Size = { pitch: 20, bar: 6, height: 28 };
const small: Size = { pitch: 3.2, bar: 2, height: 20 };
const key: Size = { pitch: 12, bar: 4, height: 16 };

/** Several marks in a row; null leaves a gap. Where there is less room, the drawing narrows. */
function Marks({ marks, size }: { marks: readonly (DeadlineMark | null)[]; size: Size }): VNode {
  const { pitch, bar, height } = size;
  const at = (value: number) => Number(value.toFixed(1));
  const width = at(marks.length * pitch);
  const placed = marks.flatMap((mark, index) => (mark ? [{ look: looks[mark], x: (index + 0.5) * pitch }] : []));
  const uprights = placed.flatMap(({ look, x }) =>
    (look.uprights ?? []).map(([from, to]) => `M${at(x)} ${at(from * height)}V${at(to * height)}`),
  );
  const feet = (ink: Look['foot']) =>
    placed
      .filter(({ look }) => look.foot === ink)
      .map(({ x }) => `M${at(x - pitch * 0.34)} ${height - 1}h${at(pitch * 0.68)}`)
      .join('');
  const radius = Math.min(bar * 0.45, 2.6);
  return (
    <svg class="marks" width={width} height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {uprights.length > 0 && <path d={uprights.join('')} stroke-width={bar} />}
      {feet('accent') && <path d={feet('accent')} stroke-width={bar > 3 ? 1.75 : 1.25} />}
      {feet('grey') && <path class="unread" d={feet('grey')} stroke-width={bar > 3 ? 1.75 : 1.25} />}
      {placed
        .filter(({ look }) => look.hasRing)
        .map(({ x }) => (
          <circle key={x} cx={at(x)} cy={height - radius - 1} r={radius} stroke-width={bar > 3 ? 1.5 : 0.9} />
        ))}
    </svg>
  );
}

/** A plan in a list: all its marks in one small line, the work areas apart. */
export function SmallStrip({ tasks }: { tasks: readonly StripTask[] }): VNode {
  const marks = areasOf(tasks).flatMap(({ tasks: own }, index) => [
    ...(index > 0 ? [null] : []),
    ...own.map(({ deadline }) => markOf(deadline)),
  ]);
  return <Marks marks={marks} size={small} />;
}

/** A plan at full width, with its work areas named below. */
export function PlanStrip({ tasks }: { tasks: readonly StripTask[] }): VNode {
  const { m } = useView();
  return (
    <ol class="strip">
      {areasOf(tasks).map((area, index) => (
        <li key={index}>
          <Marks marks={area.tasks.map(({ deadline }) => markOf(deadline))} size={large} />
          <div class="strip-label">
            <p class="strip-count">
              {area.title !== null && <span>{index + 1}</span>} {m.terms.tasks(area.tasks.length)}
            </p>
            {area.title !== null && (
              <p lang="zh-Hans">
                <Words text={area.title} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What the marks mean: only those that are to be seen. */
export function StripKey({ marks }: { marks: readonly DeadlineMark[] }): VNode {
  const { terms, plans } = useView().m;
  return (
    <ul class="strip-key" aria-label={plans.legend}>
      {marks.map((mark) => (
        <li key={mark}>
          <Marks marks={[mark]} size={key} />
          {mark === 'THEN_ONGOING' ? terms.thenOngoing : terms.deadlineKind[mark]}
        </li>
      ))}
    </ul>
  );
}

/** Neighbouring tasks of one work area. */
export function areasOf<Task extends StripTask>(tasks: readonly Task[]): { title: string | null; tasks: Task[] }[] {
  const areas: { title: string | null; tasks: Task[] }[] = [];
  for (const task of tasks) {
    const title = task.category?.path[0] ?? null;
    const last = areas.at(-1);
    if (last?.title === title) last.tasks.push(task);
    else areas.push({ title, tasks: [task] });
  }
  return areas;
}
