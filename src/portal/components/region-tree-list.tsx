import type { VNode } from 'preact';
import { useView } from '../view';
import type { RegionBranch } from './region-tree';

/** Regions in their tree, each with the year of its latest plan, or that none is held. */
export function RegionTreeList({ branches }: { branches: readonly RegionBranch[] }): VNode {
  return (
    <ul class="region-tree">
      {branches.map((branch) => (
        <Branch key={branch.stableId} branch={branch} />
      ))}
    </ul>
  );
}

function Branch({ branch: { name, stableId, year, children, missing } }: { branch: RegionBranch }): VNode {
  const view = useView();
  const { site } = view.m;
  return (
    <li>
      <p class="region-line">
        <a class={year === null ? 'unheld' : undefined} href={view.href(`/regions/${stableId}`)} lang="zh-Hans">
          {name}
        </a>
        <span class="soft">{year === null ? site.absent.notHeld : site.year(year)}</span>
      </p>
      {(children.length > 0 || missing.length > 0) && (
        <ul>
          {children.map((child) => (
            <Branch key={child.stableId} branch={child} />
          ))}
          {missing.length > 0 && (
            <li>
              <p class="region-line">
                <span class="soft" lang="zh-Hans">
                  {missing.join('、')}
                </span>
                <span class="soft">{site.absent.notHeld}</span>
              </p>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}
