import type { VNode } from 'preact';
import { dayOf } from '../../platform/calendar';
import { useView } from '../view';
import { ChangedCells } from './changed-cells';
import type { CorrectionParts } from './corrections.document';
import { SectionHead } from './section-head';

interface CorrectionsSectionProps {
  /** `where` says in which of the plan's tasks; left out on the page of a task. */
  corrections: readonly (CorrectionParts & { where?: VNode | string })[];
  totalCount?: number;
}

/** What was corrected since publication, with what it said before. Where nothing was, there is no section. */
export function CorrectionsSection({ corrections, totalCount = corrections.length }: CorrectionsSectionProps): VNode | null {
  const { changes, site } = useView().m;
  if (corrections.length === 0) return null;
  const { columns } = changes;
  const hasPlace = corrections.some(({ where }) => where !== undefined);
  return (
    <section aria-labelledby="corrections">
      <SectionHead id="corrections" title={changes.corrections} note={changes.correctionsNote} />
      <table class="records stacked corrections" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {[columns.when, ...(hasPlace ? [columns.task] : []), columns.field, columns.before, columns.after, columns.reason].map(
              (title) => (
                <th key={title} scope="col" role="columnheader">
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {corrections.map(({ where, ...correction }, index) => (
            <tr key={index} role="row">
              <th scope="row" role="rowheader">
                <time dateTime={correction.createdAt}>{site.date(dayOf(new Date(correction.createdAt)))}</time>
              </th>
              {hasPlace && <td role="cell">{where}</td>}
              <ChangedCells {...correction} />
              <td lang="zh-Hans" role="cell">
                {correction.reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {totalCount > corrections.length && <p class="small soft">{changes.more(totalCount - corrections.length)}</p>}
    </section>
  );
}
