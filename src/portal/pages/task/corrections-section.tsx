import type { VNode } from 'preact';
import { dayOf } from '../../../platform/calendar';
import { SectionHead } from '../../components/section-head';
import { useView } from '../../view';
import type { FoundTask } from './task-facts';

/** What was corrected since publication. Where nothing was, there is no section. */
export function CorrectionsSection({ task }: { task: FoundTask }): VNode | null {
  const { tasks, site } = useView().m;
  if (task.corrections.length === 0) return null;
  const { correctionColumns } = tasks;
  return (
    <section aria-labelledby="corrections">
      <SectionHead id="corrections" title={tasks.corrections} note={tasks.correctionsNote} />
      <table class="records" tabIndex={0}>
        <thead>
          <tr>
            <th scope="col">{correctionColumns.when}</th>
            <th scope="col">{correctionColumns.field}</th>
            <th scope="col">{correctionColumns.before}</th>
            <th scope="col">{correctionColumns.after}</th>
            <th scope="col">{correctionColumns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {task.corrections.map(({ createdAt, field, before, after, reason }, index) => (
            <tr key={index}>
              <th scope="row">
                <time dateTime={createdAt}>{site.date(dayOf(new Date(createdAt)))}</time>
              </th>
              <td>
                <code>{field}</code>
              </td>
              <td class="song" lang="zh-Hans">
                {before !== null && <del>{before}</del>}
              </td>
              <td class="song" lang="zh-Hans">
                {after !== null && <ins>{after}</ins>}
              </td>
              <td lang="zh-Hans">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
