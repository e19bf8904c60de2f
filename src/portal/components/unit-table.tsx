import type { VNode } from 'preact';
import { useView } from '../view';
import { lineTitle } from './line-title';
import type { UnitRow } from './unit-table.document';

/** Units with the number of tasks that fall to each. */
export function UnitTable({ units, hasRegion = true }: { units: readonly UnitRow[]; hasRegion?: boolean }): VNode {
  const view = useView();
  const { units: words, terms } = view.m;
  return (
    <table class="records stacked">
      <caption class="hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          {hasRegion && <th scope="col">{words.columns.region}</th>}
          <th scope="col">{words.columns.kind}</th>
          <th scope="col">{words.columns.line}</th>
          <th scope="col" class="numeric">
            {words.columns.tasks}
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">
              <a href={view.href(`/units/${unit.id}`)} lang="zh-Hans">
                {unit.name}
              </a>
            </th>
            {hasRegion && (
              <td>
                <a class="quiet" href={view.href(`/regions/${unit.region.stableId}`)} lang="zh-Hans">
                  {unit.region.name}
                </a>
              </td>
            )}
            <td class="soft">{terms.unitKind[unit.kind]}</td>
            <td class="soft">{unit.functionLine && lineTitle(view, unit.functionLine)}</td>
            <td class="numeric">{unit.tasks.totalCount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
