/** Hands the bytes to the browser as a file to save. */
export function saveBytes(chunks: readonly Uint8Array[], name: string): void {
  const url = URL.createObjectURL(new Blob([...chunks] as BlobPart[]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
