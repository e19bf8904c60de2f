/** What is left of a unit's name or of a date when a line breaks inside it. */
const REST_OF_WORD =
  /^(?:事处|员会|公室|门[（。，、]|位[）。，、]|府[。，、]|管会|委会|办公室|委员会|单位|部门|政府[。，、]|前$|前[^期述置提]|底前|月底|日前|年底|个工作日|季度末|内[完。])/;
const STARTS_BADLY = /^[、，。；：）)》”’〕】,;:!?！？％%]/;
const ENDS_BADLY = /[、，（(《“‘〔【,]$/;

const BRACKET = /[（）《》“”〔〕()]/;
const OPENING = '（《“〔(';
const CLOSING = '）》”〕)';
/** As many characters as the patterns of a text's edges can see. */
const EDGE_LENGTH = 8;

/** A text that grows at its end, and how ill it begins and ends as the text of a cell. */
export class GrowingEdges {
  length = 0;
  private head = '';
  private lastCharacter = '';
  private startCost = 0;
  private readonly depths = [0, 0, 0, 0, 0];
  private readonly overclosed = [false, false, false, false, false];

  append(piece: string): void {
    if (piece === '') return;
    if (this.head.length < EDGE_LENGTH) {
      this.head = (this.head + piece).slice(0, EDGE_LENGTH);
      this.startCost = (STARTS_BADLY.test(this.head) ? 6 : 0) + (REST_OF_WORD.test(this.head) ? 2.5 : 0);
    }
    this.length += piece.length;
    this.lastCharacter = piece.charAt(piece.length - 1);
    if (BRACKET.test(piece)) this.count(piece);
  }

  private count(piece: string): void {
    for (const character of piece) {
      const opening = OPENING.indexOf(character);
      if (opening >= 0) {
        this.depths[opening] = (this.depths[opening] ?? 0) + 1;
        continue;
      }
      const closing = CLOSING.indexOf(character);
      if (closing < 0) continue;
      const depth = (this.depths[closing] ?? 0) - 1;
      this.depths[closing] = depth;
      if (depth < 0) this.overclosed[closing] = true;
    }
  }

  /** Bad beginnings and ends, and 4 for every kind of brackets left open or closed without opening. */
  cost(): number {
    let broken = 0;
    for (let kind = 0; kind < this.depths.length; kind += 1) if (this.overclosed[kind] === true || this.depths[kind] !== 0) broken += 1;
    return this.startCost + (ENDS_BADLY.test(this.lastCharacter) ? 5 : 0) + broken * 4;
  }
}

export function edgeCost(text: string): number {
  const edges = new GrowingEdges();
  edges.append(text);
  return edges.cost();
}
