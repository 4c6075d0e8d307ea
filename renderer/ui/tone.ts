/** Meaning of a colour; always shown with a sign or a word. */
export type Tone = 'neutre' | 'info' | 'succes' | 'attention' | 'erreur'

/** The three signs of a difference, the same everywhere: added, changed, removed or wrong. */
export type DiffSign = 'ajout' | 'modification' | 'retrait'
