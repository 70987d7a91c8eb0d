const address = /\bapi\.bitbucket\.org(\/2\.0(?:\/[^?#]*)?)/;

/** The path of a request to Bitbucket, from `/2.0` on; undefined where the address is another one. */
export function bitbucketPath(text: string): string | undefined {
  return address.exec(text)?.[1];
}
