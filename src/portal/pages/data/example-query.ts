import type { Document } from '../../document';

/** A question that runs as it stands. */
export const exampleDocument: Document<unknown, Record<string, never>> = {
  text: `query {
  tasks(
    filterBy: { dueTo: "2023-08-31", deadlineKinds: [BY_DATE] }
    first: 50
  ) {
    totalCount
    nodes {
      text
      deadline { text dueOn explanation }
      responsibilities { phrase mode }
    }
  }
}`,
};
