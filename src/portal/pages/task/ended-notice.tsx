import type { VNode } from 'preact';
import { Notice } from '../../components/notice';
import { useView } from '../../view';

/** Says of a task that a new version of its document took out that it is not in force any more. */
export function EndedNotice({ endedOn }: { endedOn: string | null }): VNode | null {
  const { changes, site } = useView().m;
  return endedOn === null ? null : <Notice title={changes.ended(site.date(endedOn))}>{changes.endedText}</Notice>;
}
