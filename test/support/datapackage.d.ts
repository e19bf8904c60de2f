/** What is used of npm's `datapackage`, which brings no types. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly descriptor: { format?: string };
    /** Rows as the Table Schema types them; throws where a cell is not of its type, or breaks a constraint. */
    read(options: { keyed: true }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(descriptor: object, options: { basePath: string; strict: boolean }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
}
