/** What a letter is written as: printed once for all, or to be taken up in Word. */
export const formatsLettre = ['pdf', 'docx'] as const
export type FormatLettre = (typeof formatsLettre)[number]

/** As sentences name them: « en PDF », « en Word ». */
export const nomsFormat: Readonly<Record<FormatLettre, string>> = { pdf: 'PDF', docx: 'Word' }
