import type { ExploreExample } from '../platform/http';

/** Queries that the IDE offers; each runs as it stands on the published plans. */
export const exploreExamples: readonly ExploreExample[] = [
  {
    name: '五份要点 The plans',
    query: `{
  plans {
    totalCount
    nodes { title documentNumber issuedOn region { name } tasks { totalCount } }
  }
}`,
  },
  {
    name: '8月底前到期 Due by the end of August',
    query: `query ($region: String!, $dueTo: Date!) {
  tasks(filterBy: { withinRegion: $region, dueTo: $dueTo }, orderBy: { field: DUE_ON, direction: ASC }) {
    totalCount
    nodes { number text deadline { text dueOn explanation } plan { title } }
  }
}`,
    variables: '{ "region": "511700", "dueTo": "2023-08-31" }',
  },
  {
    name: '某单位的任务 What falls to one unit',
    query: `{
  units(filterBy: { regionCodes: ["511700"], text: "市教育局" }) {
    nodes {
      id name region { name }
      responsibilities { totalCount nodes { phrase role group { expression } task { number text } } }
    }
  }
}`,
  },
  {
    name: '各要点的时限类别 Kinds of deadline in each plan',
    query: `{
  taskStatistics(groupBy: [PLAN, DEADLINE_KIND]) {
    rows { keys { dimension label } taskCount unitCount }
  }
}`,
  },
  {
    name: '谁承诺了多少 Who promised how much',
    query: `{
  tasks(first: 100, filterBy: { hasTarget: true }) {
    nodes { plan { region { name } } targets { metric comparator value unit period dueOn phrase } }
  }
}`,
  },
  {
    name: '全文检索 Full text',
    query: `{
  tasks(filterBy: { text: "适老化" }) {
    totalCount
    nodes { text plan { title region { name } } }
  }
}`,
  },
];
