/** A question to the public schema, with the types of its variables and its answer. */
export interface Document<Answer, Variables> {
  readonly text: string;
  /** Never there: it carries the types. */
  readonly types?: (variables: Variables) => Answer;
}
