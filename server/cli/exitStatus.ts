/** The statuses that scripts rely on. */
export const exitStatus = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong usage, or a configuration that cannot be followed. */
  usage: 2,
  /** A fault of ours, or an audit that was ended early: what could be analysed is in the report. */
  incomplete: 3,
} as const;

/** One of the statuses. */
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
