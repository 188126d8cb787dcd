/** Below this a published count could tell who somebody is. */
export const SMALL = 5;

type Cell = readonly [row: number, column: number];

/**
 * Which cells of a published table stay hidden. The last column is the whole of the others, and a column that is `told` adds
 * up to a published sum; of one that is not told nothing is shown. A cell below `SMALL` is hidden, and with it as many others,
 * the smallest first, as it takes so that no hidden cell follows from what is shown, and no hidden rest of a line is itself
 * below `SMALL`. Nought is no secret: it is shown by leaving it out.
 */
export function hiddenCells(table: readonly (readonly number[])[], told: readonly boolean[] = []): boolean[][] {
  const hidden = table.map((row) => row.map((count, column) => count > 0 && (count < SMALL || told[column] === false)));
  const lines: Cell[][] = [
    ...table.map((row, at) => row.map((_, column): Cell => [at, column])),
    ...told.flatMap((is, column) => (is ? [table.map((_, at): Cell => [at, column])] : [])),
  ];
  const isHidden = ([row, column]: Cell) => hidden[row]![column]!;
  const countIn = ([row, column]: Cell) => table[row]![column]!;
  // The only count of a column that is told is told with it: hiding it would hide nothing.
  const open = (column: number) => told[column] === true && table.filter((row) => row[column]! > 0).length === 1;
  const hideOne = (cells: readonly Cell[]): boolean => {
    const shown = cells.filter((cell) => !isHidden(cell) && countIn(cell) > 0 && !open(cell[1]));
    if (!shown.length) return false;
    const [row, column] = shown.reduce((least, cell) => (countIn(cell) < countIn(least) ? cell : least));
    return (hidden[row]![column] = true);
  };
  const thin = (line: Cell[]): boolean => {
    const secret = line.filter(isHidden);
    return secret.length > 0 && (secret.length < 2 || secret.reduce((sum, cell) => sum + countIn(cell), 0) < SMALL);
  };
  for (;;) {
    if (lines.some((line) => thin(line) && hideOne(line))) continue;
    const known = computable(lines.map((line) => line.filter(isHidden)));
    const beside = known.flatMap((cell) => lines.filter((line) => line.some((one) => same(one, cell)))).flat();
    if (!known.length || !(hideOne(beside) || hideOne(lines.flat()))) return hidden;
  }
}

const same = (a: Cell, b: Cell): boolean => a[0] === b[0] && a[1] === b[1];

/** The unknown cells that the sums of their lines determine: those that stand alone in a row of the reduced equations. */
function computable(lines: readonly (readonly Cell[])[]): Cell[] {
  const cells = [...new Map(lines.flat().map((cell) => [cell.join(), cell])).values()];
  const rows = lines
    .filter((line) => line.length)
    .map((line) => cells.map((cell) => Number(line.some((one) => same(one, cell)))));
  const pivots: number[] = [];
  for (let column = 0, top = 0; column < cells.length && top < rows.length; column++) {
    const found = rows.findIndex((row, at) => at >= top && row[column] !== 0);
    if (found < 0) continue;
    [rows[top], rows[found]] = [rows[found]!, rows[top]!];
    const pivot = rows[top]!;
    const by = pivot[column]!;
    // Sums of rows and of columns are totally unimodular: only -1, 0 and 1 ever stand here, so nothing is rounded.
    pivot.forEach((value, at) => (pivot[at] = value / by));
    rows.forEach((row, at) => {
      const times = row[column]!;
      if (at !== top && times) pivot.forEach((value, one) => (row[one] = row[one]! - times * value));
    });
    pivots.push(column);
    top += 1;
  }
  return pivots.filter((_, at) => rows[at]!.filter(Boolean).length === 1).map((column) => cells[column]!);
}
