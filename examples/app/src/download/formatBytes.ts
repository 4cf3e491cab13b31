const kilobytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });

/** Words a number of bytes, as "512 kB". */
export function formatBytes(bytes: number): string {
  return kilobytes.format(bytes / 1000);
}
