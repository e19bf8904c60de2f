/** The pairs of neighbouring characters of a text, each with what it weighs. */
export interface WeightedText {
  grams: ReadonlyMap<number, number>;
  weight: number;
}

/** What a pair of characters weighs that stands in every task: next to nothing, but two empty texts are not alike. */
const LEAST_WEIGHT = 0.1;

/** Words that any task of any plan may have. A short plan does not show by itself how common they are. */
const STOCK_WORDS =
  '公开 信息 工作 政府 政务 有关 相关 部门 单位 加强 强化 推进 推动 做好 落实 完善 健全 建立 开展 组织 进一 一步 及时 定期 每年 年至 至少 情况 实施 管理 制度 机制 确保 提高 提升 0次 等方 方面';
const stockWords = new Set(STOCK_WORDS.split(' '));
const STOCK_SHARE = 0.4;

/** Neighbouring characters, clause by clause; a clause of one character is itself. */
function gramsOf(clauses: readonly string[]): Set<string> {
  const grams = new Set<string>();
  for (const clause of clauses) {
    const characters = [...clause];
    if (characters.length === 1) grams.add(clause);
    for (let at = 1; at < characters.length; at += 1) grams.add(`${characters[at - 1]}${characters[at]}`);
  }
  return grams;
}

/** For each pair of characters the share of tasks in which it stands, in the plan where that is greater. */
function sharesOf(plans: readonly (readonly Set<string>[])[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const tasks of plans) {
    const counts = new Map<string, number>();
    for (const grams of tasks) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    for (const [gram, count] of counts) shares.set(gram, Math.max(shares.get(gram) ?? 0, count / tasks.length));
  }
  return shares;
}

/**
 * Weighs the wording of two plans against each other: the fewer tasks of its plan a pair of characters stands in, the more it
 * tells. What stands in many tasks of either plan is phrase, not content.
 */
export function weighTexts(
  upper: readonly (readonly string[])[],
  lower: readonly (readonly string[])[],
): { upper: WeightedText[]; lower: WeightedText[] } {
  const [uppers, lowers] = [upper.map(gramsOf), lower.map(gramsOf)];
  const shares = sharesOf([uppers, lowers]);
  const numbers = new Map([...shares.keys()].map((gram, number) => [gram, number]));
  const weightOf = (gram: string) => (LEAST_WEIGHT - Math.log(shares.get(gram)!)) * (stockWords.has(gram) ? STOCK_SHARE : 1);
  const weigh = (grams: Set<string>): WeightedText => {
    const weights = new Map([...grams].map((gram) => [numbers.get(gram)!, weightOf(gram)]));
    return { grams: weights, weight: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
  };
  return { upper: uppers.map(weigh), lower: lowers.map(weigh) };
}
