/** What a mode of chmod gives; undefined where the text is no mode. */
export interface FileMode {
  /** Everybody may write. */
  readonly isWorldWritable: boolean;
  /** A program runs with its owner's or its group's rights. */
  readonly isSetId: boolean;
  /** Files of a folder belong to whoever made them: what makes `/tmp` safe. */
  readonly isSticky: boolean;
}

const octal = /^0?([0-7])?([0-7])([0-7])([0-7])$/;
const symbolic = /^[ugoa]*[-+=][rwxXstugo]*(?:,[ugoa]*[-+=][rwxXstugo]*)*$/;

/** Reads a mode in digits (`0777`) or letters (`a+w,u+s`). */
export function fileModeOf(text: string): FileMode | undefined {
  const digits = octal.exec(text);
  if (digits) {
    const special = Number(digits[1] ?? 0);
    return { isWorldWritable: (Number(digits[4]) & 2) !== 0, isSetId: (special & 6) !== 0, isSticky: (special & 1) !== 0 };
  }
  if (!symbolic.test(text) || !/[-+=]/.test(text)) return undefined;
  const clauses = text.split(",");
  const gives = (who: RegExp, what: RegExp): boolean =>
    clauses.some((clause) => {
      const [subjects = "", rights = ""] = clause.split(/[+=]/);
      return /[+=]/.test(clause) && !clause.includes("-") && who.test(subjects) && what.test(rights);
    });
  return { isWorldWritable: gives(/[oa]/, /w/), isSetId: gives(/[uga]|^$/, /s/), isSticky: gives(/.?/, /t/) };
}
