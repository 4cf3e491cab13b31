/** Formats a cell as text, and a number with about three digits. */
export function formatCell(cell) {
  if (typeof cell !== 'number') return String(cell);
  if (cell === 0) return '0';
  const size = Math.abs(cell);
  if (size >= 100) return cell.toFixed(0);
  if (size >= 10) return cell.toFixed(1);
  return size >= 0.1 ? cell.toFixed(2) : cell.toPrecision(2);
}
