import type { FromView, ShownReport } from "../messages.ts";
import type { Sorting } from "./table.ts";

/** What a reader chose, and what is shown. */
export interface ViewState {
  readonly report: ShownReport | undefined;
  readonly busy: boolean;
  readonly filter: FindingFilter;
  readonly sorting: Sorting;
  /** Only requirements of this status; all if empty. */
  readonly status: string;
}

/** Which findings are listed; an empty text lets all pass. */
export interface FindingFilter {
  readonly text: string;
  readonly severity: string;
  readonly concern: string;
  readonly marketplace: string;
}

/** What the view starts with. */
export const firstState: ViewState = {
  report: undefined,
  busy: true,
  filter: { text: "", severity: "", concern: "", marketplace: "" },
  sorting: { column: "Severity", descending: false },
  status: "",
};

/** How parts of the view change what is chosen, and ask the extension for something. */
export interface ViewActions {
  change(change: Partial<ViewState>): void;
  send(message: FromView): void;
}
