import { typographier } from '../../typographie'

/** What a file dropped in the window is for, told by its name alone; its content is judged by who reads it. */
export type Depot = { genre: 'annuaire' | 'classeur' | 'registre' } | { genre: 'refuse'; motif: string }

const genres: Readonly<Record<string, 'annuaire' | 'classeur' | 'registre'>> = {
  csv: 'annuaire',
  xlsx: 'classeur',
  // Read for its sentence: the workbook reader says why macros are refused and what to do.
  xlsm: 'classeur',
  mlds: 'registre',
}

const autresFormats: Readonly<Record<string, string>> = {
  xls: 'est un classeur d’avant 2007, que le logiciel ne lit pas. Ouvrez-le dans Excel et enregistrez-le au format « Classeur Excel (.xlsx) »',
  xlsb: 'est un classeur binaire, que le logiciel ne lit pas. Enregistrez-le au format « Classeur Excel (.xlsx) »',
  ods: 'est un classeur LibreOffice. Enregistrez-le au format « Excel 2007-365 (.xlsx) »',
  zip: 'est une archive. Extrayez-en d’abord le fichier à importer',
}

/** Accepted names, by extension, in any case; anything else gets one sentence. */
export function reconnaitreDepot(nom: string): Depot {
  const extension = /\.([^.]+)$/u.exec(nom)?.[1]?.toLowerCase() ?? ''
  const genre = genres[extension]
  if (genre) return { genre }
  const raison =
    autresFormats[extension] ??
    (extension === ''
      ? 'est un dossier ou un fichier sans extension. Déposez un annuaire (.csv), un classeur (.xlsx) ou un registre (.mlds)'
      : 'ne se dépose pas ici. Le logiciel lit un annuaire (.csv), un classeur (.xlsx) ou un registre (.mlds)')
  return { genre: 'refuse', motif: typographier(`« ${nom} » ${raison}. Rien n’a été importé.`) }
}
