import { formats } from '../formats';

/** Media type of a file of a release, by the ending of its name. */
export function mediaTypeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return formats.find((format) => format.extension === extension)?.mediaType ?? 'application/json; charset=utf-8';
}

/** The same without its parameters. */
export function bareMediaTypeOf(name: string): string {
  return mediaTypeOf(name).split(';')[0]!;
}
