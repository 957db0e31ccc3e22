/** Whether a file is a Jupyter notebook, by the end of its name. */
export function isNotebookPath(path: string): boolean {
  return path.toLowerCase().endsWith('.ipynb');
}

/** Whether a path names one cell of a notebook. */
export function isCellPath(path: string): boolean {
  return path.includes('#') && CELL.test(path);
}

/** The file that a path names: the notebook of a cell, else the path itself. */
export function fileOfPath(path: string): string {
  const found = path.includes('#') ? CELL.exec(path) : null;
  return found ? path.slice(0, found.index + found[0].length) : path;
}

const CELL = /\.ipynb(?=#)/i;
