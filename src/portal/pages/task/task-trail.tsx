import type { VNode } from 'preact';
import { regionSteps } from '../../components/region-trail';
import { Trail } from '../../components/trail';
import { useView } from '../../view';
import type { FoundTask } from './task-facts';

export function TaskTrail({ task: { plan, number } }: { task: FoundTask }): VNode {
  const view = useView();
  const region = regionSteps(view, plan.region).at(-1);
  return (
    <Trail
      steps={[
        ...(region ? [region] : []),
        { label: plan.title, href: view.href(`/plans/${plan.slug}`), isChinese: true },
        { label: view.m.tasks.title(number), href: null },
      ]}
    />
  );
}
