import type { VNode } from 'preact';
import { CorrectionsSection } from '../../components/corrections-section';
import { QueryDrawer } from '../../components/query-drawer';
import { useView } from '../../view';
import type { PlanHistory } from './load-history';
import { planHistoryDocument } from './plan-history.document';
import { VersionsSection } from './versions-section';

/** How the plan came to say what it says: its documents one after another, and what people corrected. */
export function HistorySections({ plan, history: { versions, corrections } }: { plan: string; history: PlanHistory }): VNode {
  const view = useView();
  const { changes, tasks } = view.m;
  return (
    <>
      <VersionsSection versions={versions} />
      <CorrectionsSection
        corrections={corrections.nodes.map(({ task, ...correction }) => ({
          ...correction,
          where: task ? <a href={view.href(`/tasks/${task.id}`)}>{tasks.title(task.number)}</a> : changes.ofPlan,
        }))}
        totalCount={corrections.totalCount}
      />
      <QueryDrawer
        document={planHistoryDocument}
        variables={{ plan }}
        csv={corrections.totalCount > 0 ? '/data/corrections.csv?bom=1' : undefined}
      />
    </>
  );
}
