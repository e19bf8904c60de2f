import type { VNode } from 'preact';
import { useView } from '../view';

interface ChartTableProps {
  caption: string;
  /** Of the first column, then of each value. */
  columns: readonly string[];
  rows: readonly { label: string; href?: string | undefined; values: readonly number[] }[];
  isOpen?: boolean;
}

/** The values of a chart. */
export function ChartTable({ caption, columns, rows, isOpen = false }: ChartTableProps): VNode {
  const { statistics } = useView().m;
  const [first, ...others] = columns;
  return (
    <details class="drawer chart-data" open={isOpen} data-print-open>
      <summary>
        {statistics.dataTable}
        {caption}
      </summary>
      <div class="chart-table-frame" tabIndex={0} role="region" aria-label={`${statistics.dataTable}${caption}`}>
        <table class="chart-table">
          <caption class="hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((name) => (
                <th key={name} scope="col" class="numeric">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, href, values }, index) => (
              <tr key={index}>
                <th scope="row" lang="zh-Hans">
                  {href === undefined ? label : <a href={href}>{label}</a>}
                </th>
                {values.map((value, place) => (
                  <td key={place} class={value === 0 ? 'numeric soft' : 'numeric'}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
