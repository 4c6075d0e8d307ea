const entites: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Any text as HTML content or attribute value: nothing in it is markup, control characters are dropped. */
export function escapeHtml(texte: string): string {
  return texte
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu, '')
    .replace(/[&<>"']/g, (signe) => entites[signe] ?? signe)
}

/** The same with its line breaks kept. */
export const escapeLines = (texte: string): string => escapeHtml(texte).replace(/\r?\n/g, '<br>')
