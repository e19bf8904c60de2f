import type { ComponentChildren, VNode } from 'preact';
import { useView, type View } from '../../view';
import type { ComparedPlan } from './compare.document';
import type { Comparison } from './load-compare';
import { sideNames } from './side-names';

/** What the two plans are, fact by fact. */
export function ComparedFacts({ comparison }: { comparison: Comparison }): VNode {
  const view = useView();
  const { compare } = view.m;
  const sides = [comparison.left, comparison.right];
  const names = sideNames(comparison);
  return (
    <table class="compared-facts" role="table">
      <caption class="hidden">{compare.facts}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" />
          {sides.map(({ slug, documentNumber, title }, index) => (
            <th key={index} scope="col" role="columnheader">
              <strong lang="zh-Hans">{names[index]}</strong>{' '}
              <a class="quiet" href={view.href(`/plans/${slug}`)} lang="zh-Hans">
                {documentNumber ?? title}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {factRows(view, comparison).map(({ term, left, right }) => (
          <tr key={term} role="row">
            <th scope="row" role="rowheader">
              {term}
            </th>
            {[left, right].map((value, index) => (
              <td key={index} role="cell">
                <span class="narrow-name" lang="zh-Hans">
                  {names[index]}
                </span>
                {value ?? <span class="soft">{view.m.site.absent.notPrinted}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FactRow {
  term: string;
  left: ComponentChildren;
  right: ComponentChildren;
}

function factRows(view: View, { facts, left, right }: Comparison): FactRow[] {
  const { compare, site } = view.m;
  const valueOf = (name: Comparison['facts'][number]['name']) => facts.find((fact) => fact.name === name)!;
  const count = (name: Comparison['facts'][number]['name']): [number, number] => {
    const fact = valueOf(name);
    return [Number(fact.left), Number(fact.right)];
  };
  const both = (term: string, make: (side: 0 | 1) => ComponentChildren): FactRow => ({ term, left: make(0), right: make(1) });
  const plans = [left, right] as const;
  const issuer = valueOf('ISSUER');
  const issuers = [issuer.left, issuer.right];
  const [tasks, areas, dated, targets, units] = [
    count('TASKS'),
    count('CATEGORIES'),
    count('DATED_TASKS'),
    count('TARGETS'),
    count('UNITS'),
  ];
  return [
    both(compare.rows.issuer, (side) => issuers[side] && <span lang="zh-Hans">{issuers[side]}</span>),
    both(compare.rows.issuedOn, (side) => plans[side].issuedOn && site.date(plans[side].issuedOn)),
    both(compare.rows.tasks, (side) => compare.tasksIn(tasks[side], areas[side])),
    both(compare.rows.dated, (side) => compare.datedIn(dated[side], plans[side].months.totalRows)),
    both(compare.rows.undated, (side) => undated(view, plans[side])),
    both(compare.rows.targets, (side) => compare.targetsIn(targets[side])),
    both(compare.rows.units, (side) => compare.unitsIn(units[side])),
  ];
}

/** The tasks without a date, by the words that stand in its place. */
function undated({ m }: View, { kinds }: ComparedPlan): string {
  const parts = kinds.rows.flatMap(({ keys: [kind], taskCount }) =>
    kind?.key && kind.key !== 'BY_DATE' ? [m.compare.kindCount(m.terms.deadlineKind[kind.key as 'TIMELY'], taskCount)] : [],
  );
  return parts.length > 0 ? parts.join(m.site.comma) : m.compare.none;
}
