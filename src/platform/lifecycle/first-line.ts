/** The first line of what a program or a server said, for messages that must stay on one line. */
export function firstLineOf(text: string): string {
  return (
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .find((line) => line !== '') ?? ''
  );
}
