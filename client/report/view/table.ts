import { element } from "./dom.ts";

/** A column of a table. */
export interface Column<Row> {
  readonly title: string;
  /** What rows are sorted by; absent where the order of the column means nothing. */
  readonly order?: (row: Row) => string | number;
  readonly cell: (row: Row) => Node | string;
}

/** How a table is sorted. */
export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** Rows in the order that a reader chose; equal ones stay as they were. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | undefined): readonly Row[] {
  const order = columns.find(({ title }) => title === sorting?.column)?.order;
  if (!order || !sorting) return rows;
  const sign = sorting.descending ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [first, second] = [order(left), order(right)];
    return first === second ? 0 : first < second ? -sign : sign;
  });
}

/** A table whose headings sort it. `sort` is told what the reader chose. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[], sorting?: Sorting, sort?: (sorting: Sorting) => void): HTMLElement {
  const heads = columns.map(({ title, order }) => {
    const isSorted = sorting?.column === title;
    const direction = isSorted ? (sorting.descending ? "descending" : "ascending") : "none";
    if (!order || !sort) return element("th", { scope: "col" }, title);
    const choose = (): void => sort({ column: title, descending: isSorted && !sorting.descending });
    const mark = isSorted ? (sorting.descending ? " ▾" : " ▴") : "";
    return element("th", { scope: "col", "aria-sort": direction }, element("button", { type: "button", class: "head", "data-column": title, onclick: choose }, title + mark));
  });
  const body = sorted(rows, columns, sorting).map((row) => element("tr", {}, ...columns.map(({ cell }) => element("td", {}, cell(row)))));
  return element(
    "div",
    { class: "scrolled", tabindex: "0", role: "region", "aria-label": caption },
    element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...body)),
  );
}
